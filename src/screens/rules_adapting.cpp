// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/rules_adapting.h"

#include "screens/allowed.h"
#include "screens/look.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace chevet::screens {

using workflow::RuleBook;

namespace {

QLabel* wrapped(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

QPushButton* button(const QString& words, const char* name, QWidget* parent)
{
    auto* made = new QPushButton(words, parent);
    made->setObjectName(QLatin1String(name));
    made->setMinimumHeight(targetHeight);
    made->setAutoDefault(false);
    return made;
}

} // namespace

RulesAdapting::RulesAdapting(QWidget* parent) : QWidget(parent)
{
    buildParts();
    layOut();
    connect(m_scope, &QComboBox::activated, this, [this](int index) {
        if (m_book != nullptr && index >= 0 && static_cast<std::size_t>(index) < m_scopes.size()) {
            m_notice->clear();
            m_book->choose(m_scopes[static_cast<std::size_t>(index)].scope);
        }
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_book != nullptr) {
            m_book->edit(m_text->toPlainText());
        }
    });
    connect(m_sides, &QComboBox::activated, this, [this](int index) {
        if (m_book == nullptr || index <= 0) {
            return; // the first line only says what to do
        }
        if (index == m_sides->count() - 1) {
            m_book->joinSides();
        } else {
            m_book->takeSide(static_cast<std::size_t>(index) - 1);
        }
    });
    connect(m_example, &QPushButton::clicked, this, [this] {
        m_text->setPlainText(RuleBook::example());
        m_text->setFocus(Qt::OtherFocusReason);
    });
    connect(m_draft, &QPushButton::clicked, this, [this] { m_book->saveDraft(); });
    connect(m_force, &QPushButton::clicked, this, &RulesAdapting::validate);
    connect(m_away, &QPushButton::clicked, this, [this] { m_book->takeAway(); });
}

void RulesAdapting::buildParts()
{
    m_scope = new QComboBox(this);
    m_scope->setObjectName(QStringLiteral("rulesScope"));
    m_scope->setAccessibleName(tr("For whom"));
    m_scope->setMinimumHeight(targetHeight);
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_standing = wrapped(this, "rulesStanding");
    m_standing->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    makeQuiet(m_standing);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("overlayEdit"));
    m_text->setAccessibleName(tr("The overlay’s text"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("Empty: the rules that Chevet ships hold as they are."));
    m_sides = new QComboBox(this);
    m_sides->setObjectName(QStringLiteral("overlaySides"));
    m_sides->setAccessibleName(tr("Texts that were written at once"));
    m_sides->setMinimumHeight(targetHeight);
    m_contest = wrapped(this, "overlayContest");
    m_state = wrapped(this, "overlayState");
    makeEmphasised(m_state);
    m_changes = wrapped(this, "overlayChanges");
    m_notice = wrapped(this, "overlayNotice");
    m_example = button(tr("Begin with an e&xample"), "overlayExampleButton", this);
    m_draft = button(tr("Save as a &draft"), "overlayDraftButton", this);
    m_force = button(tr("&Prove and put in force (Ctrl+Enter)"), "overlayForceButton", this);
    m_away = button(tr("Take a&way"), "overlayAwayButton", this);
}

void RulesAdapting::layOut()
{
    auto* found = new QWidget(this);
    auto* words = new QVBoxLayout(found);
    words->setContentsMargins(0, 0, gridStep, 0);
    words->setSpacing(gridStep);
    words->addWidget(m_state);
    words->addWidget(m_notice);
    words->addWidget(m_contest);
    words->addWidget(m_changes);
    words->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setAccessibleName(tr("What it changes"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(found);

    auto* top = new QHBoxLayout;
    auto* caption = new QLabel(tr("F&or"), this);
    caption->setBuddy(m_scope);
    top->addWidget(caption);
    top->addWidget(m_scope);
    top->addWidget(m_standing, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(2 * gridStep);
    middle->addWidget(m_text, 3);
    auto* beside = new QVBoxLayout;
    beside->addWidget(m_sides);
    beside->addWidget(area, 1);
    middle->addLayout(beside, 2);
    auto* buttons = new QHBoxLayout;
    for (auto* each : {m_example, m_draft, m_force, m_away}) {
        buttons->addWidget(each);
    }
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addLayout(top);
    layout->addLayout(middle, 1);
    layout->addLayout(buttons);
}

void RulesAdapting::setBook(RuleBook* book)
{
    m_book = book;
    m_notice->clear();
    m_text->clear();
    if (book != nullptr) {
        connect(book, &RuleBook::checked, this, &RulesAdapting::showCheck);
        connect(book, &RuleBook::saved, this, [this](bool inForce) {
            if (inForce) {
                keep(m_book->text().trimmed().isEmpty() ? tr("Taken away: it no longer holds.")
                                                        : tr("Proved, saved, and in force from now on."));
            } else if (m_book->check().state != RuleBook::Check::State::Refuted) {
                keep(tr("Saved as a draft. It is not in force."));
            }
        });
        connect(book, &RuleBook::refused, this, [this](const workflow::Sentence& why) { keep(why.whole()); });
    }
    showBook();
}

void RulesAdapting::keep(const QString& notice)
{
    m_notice->setText(notice);
}

void RulesAdapting::showBook()
{
    if (m_book == nullptr) {
        return;
    }
    showScopes();
    if (m_text->toPlainText() != m_book->text()) {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(m_book->text());
    }
    showContest();
    showCheck();
}

void RulesAdapting::showContest()
{
    const auto contest = m_book->contest();
    m_sides->setVisible(contest.has_value());
    m_contest->setVisible(contest.has_value());
    if (!contest) {
        return;
    }
    const QStringList items = QStringList{tr("Choose a text to go on with")} + contest->sides
                              << tr("All of them, to be joined by hand");
    if (items.size() != m_sides->count() || m_sides->itemText(1) != items[1]) {
        m_sides->clear();
        m_sides->addItems(items);
    }
    m_sides->setEnabled(m_book->whyNotWritten().isEmpty());
    QStringList lines{
        tr("Written in two places at once. Choose a text above or write a joined one, then prove it "
           "and put it in force: it follows all of them."),
        contest->meanwhile};
    lines << contest->sides << contest->difference;
    m_contest->setText(lines.join(QStringLiteral("\n\n")));
}

void RulesAdapting::showScopes()
{
    m_scopes = m_book->scopes();
    const QSignalBlocker quiet(m_scope);
    m_scope->clear();
    for (std::size_t i = 0; i < m_scopes.size(); ++i) {
        const auto& view = m_scopes[i];
        auto words = view.name;
        if (view.hasOverlay) {
            words = tr("%1 – adapted").arg(words);
        } else if (view.hasDraft) {
            words = tr("%1 – draft").arg(words);
        }
        m_scope->addItem(words);
        if (view.scope == m_book->chosen()) {
            m_scope->setCurrentIndex(static_cast<int>(i));
            QStringList standing;
            standing << (view.hasOverlay ? view.standing : tr("no overlay"));
            if (view.hasDraft) {
                standing << tr("there is a draft");
            }
            if (view.isContested) {
                standing << tr("written in two places at once");
            }
            m_standing->setText(standing.join(QStringLiteral(" · ")));
        }
    }
}

void RulesAdapting::showCheck()
{
    if (m_book == nullptr) {
        return;
    }
    const auto& check = m_book->check();
    const auto why = m_book->whyNotWritten();
    using State = RuleBook::Check::State;
    switch (check.state) {
    case State::Unchanged:
        m_state->setText(m_book->text().trimmed().isEmpty() ? tr("Nothing is adapted.")
                                                            : tr("This is what is in force."));
        break;
    case State::Checking: m_state->setText(tr("Checking …")); break;
    case State::Faulty:
    case State::Refuted:
    case State::Clean: m_state->setText(check.sentence.whole()); break;
    }
    if (m_book->isProving()) {
        m_state->setText(tr("Being proved over every combination of facts …"));
    }
    m_changes->setText(check.changes.join(QStringLiteral("\n\n")));
    if (!why.isEmpty()) {
        m_notice->setText(why);
    }
    m_text->setReadOnly(!why.isEmpty());
    showButtons(why);
}

/// Each button says why it can't be used: the role first, then what the text is.
void RulesAdapting::showButtons(const QString& whyNotWritten)
{
    using State = RuleBook::Check::State;
    const auto state = m_book->check().state;
    const auto unless = [&](bool isUsable, const QString& why) {
        return !whyNotWritten.isEmpty() ? whyNotWritten : isUsable ? QString() : why;
    };
    allow(*m_example, unless(m_book->text().trimmed().isEmpty(),
                             tr("There is a text already; the example begins an empty one.")));
    allow(*m_draft, unless(state != State::Unchanged, tr("Nothing has been changed.")));
    allow(*m_force, unless(!m_book->isProving() && (state == State::Clean || state == State::Checking),
                           m_book->isProving() ? tr("It is being proved.")
                           : state == State::Unchanged
                               ? tr("Nothing has been changed.")
                               : tr("The text can’t be put in force as it is; why is said above.")));
    const auto& scopes = m_scopes;
    const bool hasOverlay = std::any_of(scopes.begin(), scopes.end(), [this](const auto& view) {
        return view.scope == m_book->chosen() && (view.hasOverlay || view.hasDraft || view.isContested);
    });
    allow(*m_away, unless(hasOverlay, tr("There is nothing here to take away.")));
}

void RulesAdapting::validate()
{
    if (m_book != nullptr && m_force->isEnabled()) {
        m_notice->clear();
        m_book->putInForce();
    }
}

void RulesAdapting::begin()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

} // namespace chevet::screens
