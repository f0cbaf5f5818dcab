// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One consultation from afar about one case: prepared, held by video or by telephone, written down while
// talking, signed. What holds whatever the line does: the sheet is kept sealed a moment after the last key;
// no picture is shown before identity and consent stand in the journal; the end of the line closes nothing.
// Thread: gui.
#pragma once

#include "clinical/views.h"
#include "workflow/sentences.h"

#include <QImage>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace chevet::workflow {

class Desk;

enum class ConsultationStage
{
    Before, ///< nobody can come in yet
    Open,   ///< there is a link; or it goes by telephone
    Over    ///< hung up; the sheet can still be written and signed
};

/// A device at the other end that asks to come in or was let in.
struct SeatView
{
    enum class Standing
    {
        Waiting,
        Connecting,
        InCall,
        Troubled, ///< no picture for some seconds
        Away      ///< left, refused or sent away
    };
    QString key; ///< names it to this consultation
    QString name;
    QString function;
    QString whoElse; ///< in the room, by its own words
    Standing standing = Standing::Waiting;
    bool isSecondDevice = false; ///< another device has the link open
    bool hasCamera = true;
    bool hasMicrophone = true;
    bool isPictureShown = false;
};

class Consultation : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Consultation)

public:
    /// An open line is hung up, and what was written is kept.
    ~Consultation() override;

    CaseId caseId() const;
    bool isLoaded() const;
    const clinical::CaseView& view() const;
    ConsultationStage stage() const;
    bool isByPhone() const;
    /// The line is open: the desk is not to lock by itself.
    bool isLive() const;
    bool isSigned() const;

    // ---- the sheet ----
    const clinical::ConsultationSheet& sheet() const;
    void setSheet(const clinical::ConsultationSheet& sheet);
    clinical::ConsultationType type() const;
    void setType(clinical::ConsultationType type);
    /// Of the home, at the bedside: name and function.
    QString professional() const;
    void setProfessional(const QString& professional);
    clinical::Consent consent() const;
    void setConsent(clinical::Consent consent);

    // ---- before ----
    /// What must be there before a link can be made: sentences; empty when all is there.
    QStringList missing() const;
    QStringList missingForPhone() const;
    void openByVideo();
    void openByPhone();
    /// Holds the link's secret: for the clipboard and the picture of it.
    QString link() const;
    /// To send to the home; names neither the resident nor the reason.
    QString invitation() const;
    /// What the home is asked to prepare.
    static QString briefing();

    /// What was checked of this side while the link is open: camera, microphone, server, relay; a line each,
    /// to be read to whoever looks after the machines.
    QStringList checks() const;

    // ---- who is there ----
    std::vector<SeatView> seats() const;
    void admit(const QString& seat);
    void refuse(const QString& seat);

    // ---- identity and consent ----
    bool isIdentified() const;
    /// What is still missing; empty if the picture may be shown with these answers.
    QStringList missingForPicture(bool nameSaid, bool birthDateSaid) const;
    /// Written to the journal; the picture is shown once that is on the disk.
    void identify(bool nameSaid, bool birthDateSaid, const QString& words);
    /// Refused or paused: the picture goes at once, and asking begins anew.
    void withdrawConsent(clinical::Consent consent);

    // ---- during ----
    /// The newest picture since the last asking; null if there is none, or none may be shown.
    QImage takePicture(const QString& seat);
    QImage takeOwnPicture();
    QString lineWords() const;
    bool isCameraOn() const;
    bool isMicrophoneOn() const;
    void switchCamera(bool isOn);
    void switchMicrophone(bool isOn);
    /// The advice goes to the bedside's screen, to be repeated back.
    void sendAdvice();
    /// A photo at full resolution, taken by the bedside; `what` says of what. It goes into the case by
    /// itself.
    void askPhoto(const QString& what);
    void goByPhone(clinical::ModeChangeReason reason);
    void goByVideo();
    void hangUp();

    // ---- after ----
    QString report() const;
    /// To the home: advice, not orders.
    QString letter() const;
    QStringList missingForSigning() const;
    void sign();

Q_SIGNALS:
    void loaded();
    void changed();
    void pictureReady(const QString& seat);
    void ownPictureReady();
    void noticed(const QString& words);
    void refused(const chevet::workflow::Sentence& why);
    void signedOff();
    /// It is on the disk.
    void photoKept(const QImage& photo, const QString& what);

private:
    friend class Desk;
    struct Self;
    static Consultation* begin(Desk& desk, const CaseId& id, QObject* parent); ///< for Desk
    Consultation(Desk& desk, const CaseId& id, QObject* parent);
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::workflow
