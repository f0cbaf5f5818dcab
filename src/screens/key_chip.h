// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A button that shows its key, its words and, where it filters, how many there are. Checked is told by fill
// and weight, not by colour alone. Thread: gui.
#pragma once

#include <QAbstractButton>
#include <QPixmap>

#include <optional>

namespace chevet::screens {

class KeyChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit KeyChip(QWidget* parent = nullptr);
    KeyChip(const QString& key, const QString& words, QWidget* parent = nullptr);

    void setKey(const QString& key);
    QString key() const { return m_key; }
    void setCount(int count);
    std::optional<int> count() const { return m_count; }
    /// Chosen beside others, but not the main answer: an outline instead of a fill.
    void setMarked(bool marked);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void name();
    QString m_key;
    std::optional<int> m_count;
    bool m_marked = false;
};

} // namespace chevet::screens
