// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The physician's screen of a consultation from afar: on the left whom it is about, the picture, and what can
// be done next; on the right the sheet. Letters belong to the sheet: everything else is a function key. Owns
// the consultation; one at a time. Thread: gui.
#pragma once

#include "workflow/consultation.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <map>

class QAction;
class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;

namespace chevet::workflow {
class Desk;
} // namespace chevet::workflow

namespace chevet::screens {

class ChipLine;
class PictureView;
class SheetForm;

class ConsultationPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsultationPage)

public:
    explicit ConsultationPage(QWidget* parent = nullptr);
    ~ConsultationPage() override;

    void setDesk(workflow::Desk* desk);
    /// Goes on with the one that is open if it is about this case. False: another one is going on.
    bool open(const CaseId& id);
    void begin();
    bool isLive() const;
    bool hasConsultation() const { return m_consultation != nullptr; }
    /// Ctrl+Enter: makes the link, then signs.
    void validate();

Q_SIGNALS:
    void liveChanged(bool isLive);
    void signedOff(const chevet::CaseId& id);

private:
    struct Progress
    {
        workflow::ConsultationStage stage = workflow::ConsultationStage::Before;
        bool isByPhone = false;
        bool isIdentified = false;
        bool isSigned = false;
        bool operator==(const Progress&) const = default;
    };

    void buildLeft(QWidget* left);
    void buildBefore();
    void buildIdentity();
    void buildRight(QWidget* right);
    void addKeys();
    QPushButton* addKey(const QString& name, const QKeySequence& key, const QString& words,
                        std::function<void()> what);
    void connectConsultation();
    void showAll();
    void clear();
    void showHead();
    void showBefore();
    void showWaiting();
    static QString seatWords(const workflow::SeatView& seat);
    void showIdentity();
    void showPictures();
    void showKeys();
    void note(const QString& words);
    void takePicture(const QString& seat);
    void copy(const QString& text, const QString& done);
    QString stageWords() const;
    void forgetOldNotice();
    static int placeOf(clinical::Consent consent);
    QString homeSeat() const;
    void actOnWaiting(bool letsIn);
    void identify();
    void switchPhone();

    QPointer<workflow::Desk> m_desk;
    QPointer<workflow::Consultation> m_consultation;
    bool m_wasLive = false;
    Progress m_progress; ///< of the consultation, when it was shown last
    QLabel* m_who = nullptr;
    QLabel* m_where = nullptr;
    QLabel* m_line = nullptr;
    QLabel* m_notice = nullptr;
    PictureView* m_picture = nullptr;
    QPlainTextEdit* m_letter = nullptr; ///< in the picture's place once the call is over
    QWidget* m_before = nullptr;
    QLineEdit* m_professional = nullptr;
    ChipLine* m_type = nullptr;
    ChipLine* m_consent = nullptr;
    QLabel* m_missing = nullptr;
    QListWidget* m_waiting = nullptr;
    QWidget* m_identity = nullptr;
    QCheckBox* m_nameSaid = nullptr;
    QCheckBox* m_birthSaid = nullptr;
    QLineEdit* m_consentWords = nullptr;
    QLabel* m_identityMissing = nullptr;
    QLineEdit* m_photoOf = nullptr;
    QWidget* m_keyRow = nullptr;
    std::map<QString, QPushButton*> m_keys;
    QScrollArea* m_scroll = nullptr;
    SheetForm* m_sheet = nullptr;
    QTimer m_clearClipboard;
    QString m_copied;
};

} // namespace chevet::screens
