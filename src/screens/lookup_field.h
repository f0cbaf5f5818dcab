// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A field that looks something up while one types, its hits below. The keyboard stays in the field: arrows
// choose, Enter takes. Enter may come before the answer; it is then kept until the hits for these very
// letters are there. Thread: gui.
#pragma once

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace chevet::screens {

class LookupField : public QWidget
{
    Q_OBJECT

public:
    explicit LookupField(QWidget* parent = nullptr);

    void setUp(const QString& editName, const QString& accessibleName, const QString& placeholder);
    /// What a typed text looks up; the default is the text itself. Hits for another text are ignored.
    QString typedText() const;
    void setHits(const QString& typedText, const QStringList& hits, const QString& newLine);
    /// Hits that nobody typed for: those who may be meant.
    void offer(const QStringList& hits, const QString& newLine);
    /// Shows what was chosen, without looking up.
    void settle(const QString& text);
    /// Enter takes what is offered even before a letter is typed.
    void takeWithoutLetters() { m_takesWithoutLetters = true; }
    void clearHits();
    /// Typed, and nothing taken yet.
    bool isOpen() const { return m_open; }
    QLineEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void typed(const QString& text);
    void chosen(int hit);
    void newWanted();
    /// Enter with nothing typed anew: go on.
    void passed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take();
    void fitList();

    QLineEdit* m_edit;
    QListWidget* m_list;
    QString m_answered; ///< the text that the shown hits belong to
    int m_hits = 0;
    int m_lines = 0;     ///< that the list has room for
    bool m_open = false; ///< typed, not yet settled
    bool m_takesWithoutLetters = false;
    bool m_waiting = false; ///< Enter was pressed before the hits came
};

} // namespace chevet::screens
