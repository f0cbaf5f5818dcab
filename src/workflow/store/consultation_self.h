// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a consultation keeps. The line's events come from the media thread and are taken in the gui's.
#pragma once

#include "workflow/case_file.h"
#include "workflow/consultation.h"
#include "workflow/store/call_starter.h"
#include "workflow/store/consultation_draft.h"
#include "workflow/store/desk_room.h"

#include <QTimer>

#include <map>

namespace chevet::workflow {

/// Hands what is told on the media thread to the consultation's own thread. Outlives the line.
class CallEars final : public call::CallListener
{
public:
    using Take = std::function<void(call::CallEvent)>;
    CallEars(QObject& context, Take take) : m_context(context), m_take(std::move(take)) {}
    void onCall(call::CallEvent event) override;

private:
    QObject& m_context;
    Take m_take;
};

struct Consultation::Self
{
    /// The sheet is at most this far behind the last key, the commit's time added: two seconds in all.
    static constexpr int autosaveMillis = 1'500;

    struct Seat
    {
        sealing::SeatId id;
        SeatView view;
        call::CallFacts facts;
        std::shared_ptr<call::FrameSlot> pictures; ///< null: not to be shown
        std::optional<call::told::LineMeasured> line;
        bool isAdmitted = false;
    };

    Self(Consultation& itsConsultation, Desk& itsDesk, DeskRoom& itsRoom)
        : consultation(itsConsultation), desk(&itsDesk), room(&itsRoom)
    {}

    // ---- the sheet ----
    void touch();
    void save();
    void readDraft();
    DraftId draftId() const { return idCast<DraftId>(file->id()); }

    // ---- the record ----
    /// Appends; `landed` is called once it is on the disk.
    void write(std::vector<casebook::NewEvent> events, std::function<void()> landed = {},
               const std::optional<DraftId>& finishes = {});
    void writeEnd();
    std::vector<casebook::NewEvent> beginning() const;
    bool mayWrite() const;
    QStringList missingAnyway() const;

    // ---- the line ----
    void beginAnew();
    Result<void> startLine();
    void endLine();
    Seat* seatOf(const sealing::SeatId& id);
    Seat* seatOf(const QString& key);
    const Seat* inCall() const;
    void take(call::CallEvent event);
    void on(call::told::Waits& waits);
    void on(call::told::StateChanged& state);
    void on(call::told::Noticed& noticed);
    void on(call::told::PictureShown& shown);
    void on(call::told::HidePicture& hidden);
    void on(call::told::FrameReady& ready);
    void on(call::told::OwnFrameReady& ready);
    void on(call::told::Said& told);
    void on(call::told::BrokerChanged& broker);
    void on(call::told::CameraChanged& changed);
    void on(call::told::MicrophoneChanged& changed);
    void on(call::told::LineMeasured& measured);
    void on(call::told::RelayChecked& relay);
    void on(call::told::ManyDropped& many);
    void on(call::told::PhotoCame& came);
    void on(call::told::PhotoFailed& failed);
    void on(call::told::Declined& declined);
    template<class Other> void on(Other&) {}
    void repeated(const call::message::Repeated& what);

    Consultation& consultation;
    QPointer<Desk> desk;
    QPointer<DeskRoom> room;
    QPointer<CaseFile> file;
    ConsultationDraft draft;
    QTimer saveTimer;
    QTimer linkTimer; ///< until nobody comes in by the link any more
    bool isDirty = false;
    bool isDraftRead = false;
    bool isSigned = false;

    ConsultationStage stage = ConsultationStage::Before;
    bool isByPhone = false;
    bool isIdentified = false;
    bool isEndWritten = false;
    Instant phoneSince;
    std::chrono::seconds byPhone{0}; ///< of spans that are over, on this side's own account
    std::uint32_t adviceList = 0;
    std::vector<std::string> adviceSent; ///< the lines of the list, as they were sent

    bool isBrokerUp = false;
    call::BrokerFault brokerFault = call::BrokerFault::None;
    bool isCameraOn = true;
    bool isMicrophoneOn = true;
    bool hasOwnCamera = true;
    std::optional<call::CaptureTrouble> camera; ///< of the own devices, once they were tried
    std::optional<call::CaptureTrouble> microphone;
    std::optional<bool> relayWorks;
    std::vector<Seat> seats;
    std::unique_ptr<CallEars> ears;
    std::unique_ptr<call::CallSession> line; ///< last: ends before whatever it tells
};

// ---- sentences, in sentences_call.cpp ----

QString functionWord(call::message::Function function);
call::message::Function functionOf(clinical::Role role);
/// Empty for what the seat's standing says already.
QString noticeText(call::CallNotice notice);
QString faultText(call::BrokerFault fault);
QString lineQuality(const call::told::LineMeasured& line);
/// Why there is no line.
Sentence sentenceForServers(const Error& error);
/// What is wrong with the text of the servers.
Sentence sentenceForServersText(const Error& error);

} // namespace chevet::workflow
