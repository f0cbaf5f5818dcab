// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the consultation's screen is laid out.
#include "screens/chip_line.h"
#include "screens/consultation_page.h"
#include "screens/flow_layout.h"
#include "screens/look.h"
#include "screens/picture_view.h"
#include "screens/sheet_form.h"
#include "workflow/sentences.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace chevet::screens {
namespace {

constexpr int longestWish = 100;
constexpr std::array consents{clinical::Consent::Given, clinical::Consent::GivenBySurrogate,
                              clinical::Consent::NotAsked, clinical::Consent::Paused,
                              clinical::Consent::Refused};

QLabel* plain(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QVBoxLayout* columnOf(QWidget* widget)
{
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep / 2);
    return layout;
}

} // namespace

ConsultationPage::ConsultationPage(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("consultationPage"));
    setMinimumSize(40 * gridStep, 30 * gridStep); // or no other screen could be narrower than this one
    auto* left = new QWidget(this);
    auto* right = new QWidget(this);
    buildLeft(left);
    buildRight(right);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * gridStep, gridStep, 2 * gridStep, gridStep);
    layout->setSpacing(2 * gridStep);
    layout->addWidget(left, 3);
    layout->addWidget(right, 2);
    addKeys();
    m_clearClipboard.setSingleShot(true);
    connect(&m_clearClipboard, &QTimer::timeout, this, [this] {
        if (QGuiApplication::clipboard()->text() == m_copied) { // else it is somebody else's by now
            QGuiApplication::clipboard()->clear();
        }
        m_copied.clear();
    });
    setEnabled(false);
}

ConsultationPage::~ConsultationPage()
{
    if (!m_copied.isEmpty() && QGuiApplication::clipboard()->text() == m_copied) {
        QGuiApplication::clipboard()->clear();
    }
}

void ConsultationPage::buildLeft(QWidget* left)
{
    m_who = plain(QStringLiteral("consultationWho"), left);
    makeLarge(m_who);
    m_where = plain(QStringLiteral("consultationWhere"), left);
    makeQuiet(m_where);
    m_line = plain(QStringLiteral("consultationLine"), left);
    makeEmphasised(m_line);
    m_notice = plain(QStringLiteral("consultationNotice"), left);
    m_picture = new PictureView(left);
    m_picture->setObjectName(QStringLiteral("consultationPicture"));
    m_letter = new QPlainTextEdit(left);
    m_letter->setObjectName(QStringLiteral("consultationLetter"));
    m_letter->setAccessibleName(tr("Letter to the home"));
    m_letter->setReadOnly(true);
    m_letter->setTabChangesFocus(true);
    m_letter->hide();
    m_waiting = new QListWidget(left);
    m_waiting->setObjectName(QStringLiteral("waitingList"));
    m_waiting->setAccessibleName(tr("Who is there"));
    m_waiting->setWordWrap(true);
    buildBefore();
    buildIdentity();
    m_photoOf = new QLineEdit(left);
    m_photoOf->setObjectName(QStringLiteral("photoOfEdit"));
    m_photoOf->setPlaceholderText(tr("a photo of …, at full resolution (Shift+F11 asks for it)"));
    m_photoOf->setAccessibleName(m_photoOf->placeholderText());
    m_photoOf->setMaxLength(longestWish);
    m_photoOf->hide();
    m_keyRow = new QWidget(left);
    new FlowLayout(m_keyRow);
    auto* layout = columnOf(left);
    for (auto* part : std::initializer_list<QWidget*>{m_who, m_where, m_line}) {
        layout->addWidget(part);
    }
    layout->addWidget(m_picture, 1);
    layout->addWidget(m_letter, 1);
    for (auto* part :
         std::initializer_list<QWidget*>{m_before, m_waiting, m_identity, m_photoOf, m_notice, m_keyRow}) {
        layout->addWidget(part);
    }
}

void ConsultationPage::buildBefore()
{
    m_before = new QWidget(this);
    m_type = new ChipLine(m_before);
    m_type->setObjectName(QStringLiteral("typeChips"));
    m_type->setCompact();
    m_type->setCaption(tr("Kind"));
    m_type->setChoices({{QStringLiteral("1"), tr("Teleconsultation")},
                        {QStringLiteral("2"), tr("Tele-assistance during nursing care")}});
    m_professional = new QLineEdit(m_before);
    m_professional->setObjectName(QStringLiteral("professionalEdit"));
    m_professional->setPlaceholderText(tr("at the bedside: name and function of the home’s professional"));
    m_professional->setAccessibleName(m_professional->placeholderText());
    m_missing = plain(QStringLiteral("consultationMissing"), m_before);
    auto* layout = columnOf(m_before);
    layout->addWidget(m_professional);
    layout->addWidget(m_type);
    layout->addWidget(m_missing);
    connect(m_professional, &QLineEdit::textEdited, this,
            [this](const QString& text) { m_consultation->setProfessional(text.trimmed()); });
    connect(m_type, &ChipLine::picked, this, [this](int index) {
        m_consultation->setType(index == 0 ? clinical::ConsultationType::Teleconsultation
                                           : clinical::ConsultationType::TeleAssistance);
    });
}

void ConsultationPage::buildIdentity()
{
    m_identity = new QWidget(this);
    m_nameSaid = new QCheckBox(m_identity);
    m_nameSaid->setObjectName(QStringLiteral("nameSaidBox"));
    m_birthSaid = new QCheckBox(m_identity);
    m_birthSaid->setObjectName(QStringLiteral("birthSaidBox"));
    m_consentWords = new QLineEdit(m_identity);
    m_consentWords->setObjectName(QStringLiteral("consentWordsEdit"));
    m_consentWords->setPlaceholderText(tr("whose consent, in which words"));
    m_consentWords->setAccessibleName(m_consentWords->placeholderText());
    m_identityMissing = plain(QStringLiteral("identityMissing"), m_identity);
    auto* layout = columnOf(m_identity);
    for (auto* part :
         std::initializer_list<QWidget*>{m_nameSaid, m_birthSaid, m_consentWords, m_identityMissing}) {
        layout->addWidget(part);
    }
    connect(m_nameSaid, &QCheckBox::clicked, this, &ConsultationPage::showIdentity);
    connect(m_birthSaid, &QCheckBox::clicked, this, &ConsultationPage::showIdentity);
}

void ConsultationPage::buildRight(QWidget* right)
{
    m_consent = new ChipLine(right);
    m_consent->setObjectName(QStringLiteral("consentChips"));
    m_consent->setCaption(tr("Consent to being seen from afar"));
    QList<ChipLine::Choice> choices;
    for (std::size_t i = 0; i < consents.size(); ++i) {
        const bool isLong = consents.at(i) == clinical::Consent::GivenBySurrogate; // too long for a chip
        choices.append({QString::number(i + 1),
                        isLong ? tr("given through another person") : workflow::word(consents.at(i))});
    }
    m_consent->setChoices(choices);
    m_sheet = new SheetForm(right);
    m_sheet->setObjectName(QStringLiteral("sheetForm"));
    m_scroll = new QScrollArea(right);
    m_scroll->setWidget(m_sheet);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = columnOf(right);
    layout->addWidget(m_consent);
    layout->addWidget(m_scroll, 1);
    connect(m_consent, &ChipLine::picked, this, [this](int index) {
        const auto consent = consents.at(static_cast<std::size_t>(index));
        const bool isWithdrawn = m_consultation->isIdentified() && (consent == clinical::Consent::Refused ||
                                                                    consent == clinical::Consent::Paused);
        isWithdrawn ? m_consultation->withdrawConsent(consent) : m_consultation->setConsent(consent);
    });
    connect(m_sheet, &SheetForm::edited, this, [this] { m_consultation->setSheet(m_sheet->sheet()); });
}

int ConsultationPage::placeOf(clinical::Consent consent)
{
    const auto* const at = std::find(consents.begin(), consents.end(), consent);
    return at == consents.end() ? -1 : static_cast<int>(at - consents.begin());
}

} // namespace chevet::screens
