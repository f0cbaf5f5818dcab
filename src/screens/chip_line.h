// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One question whose answers are keys: a line of chips, one focus for all of them. Thread: gui.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QBoxLayout;
class QLabel;

namespace chevet::screens {

class FlowLayout;
class KeyChip;

class ChipLine : public QWidget
{
    Q_OBJECT

public:
    struct Choice
    {
        QString keys; ///< every sign that chooses it; the first is shown. Digits mean the unshifted AZERTY
                      ///< keys too.
        QString words;
        bool bare = false; ///< the key alone is shown; the words are for the screen reader
    };

    explicit ChipLine(QWidget* parent = nullptr);

    /// Caption and chips on one line.
    void setCompact();
    /// An empty caption has no line of its own.
    void setCaption(const QString& caption);
    QString caption() const;
    void setChoices(const QList<Choice>& choices);
    /// -1: none.
    virtual void setChosen(int index);
    int chosen() const { return m_chosen; }
    KeyChip* chip(int index) const { return m_chips.value(index); }
    int choiceCount() const { return static_cast<int>(m_chips.size()); }

Q_SIGNALS:
    void picked(int index);
    /// Enter without a choice: go on.
    void passed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int indexOf(const QKeyEvent& event) const;
    void name();

    QBoxLayout* m_box;
    QLabel* m_caption;
    bool m_compact = false;
    QWidget* m_room;
    FlowLayout* m_flow;
    QList<KeyChip*> m_chips;
    QList<Choice> m_choices;
    int m_chosen = -1;

protected:
    void setAnswerName(const QString& answer);
};

} // namespace chevet::screens
