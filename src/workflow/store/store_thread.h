// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The thread that owns the case store. Work is posted as functions of the casebook; their answers are values
// and come back in the gui thread, unless whoever asked has gone. Writes go before questions. Going away
// drains: everything posted is done, a snapshot is written, the casebook is closed. Thread: gui (the
// functions run on the store's).
#pragma once

#include "casebook/casebook.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace chevet::workflow {

enum class Urgency
{
    Write,
    Question
};

/// What an append belongs to, for everybody who shows it.
using Streams = std::vector<StreamId>;

class StoreThread : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoreThread)

public:
    using Work = std::function<void(casebook::Casebook&)>;
    /// Runs on the store's thread: makes or opens the vault.
    using Opener = std::function<Result<std::unique_ptr<casebook::Casebook>>()>;

    /// Appended events between two snapshots; the snapshot waits for an idle second.
    static constexpr std::int64_t eventsBetweenSnapshots = 2000;

    explicit StoreThread(std::shared_ptr<const Clock> clock, QObject* parent = nullptr);
    ~StoreThread() override;

    /// `ready` runs on the store's thread with the fresh casebook, its answer goes to `opened` in the gui
    /// thread.
    template<class Ready, class Opened> void open(Opener opener, Ready ready, Opened opened)
    {
        start([this, opener = std::move(opener), ready = std::move(ready), opened = std::move(opened)]() {
            auto casebook = opener();
            using Facts = decltype(ready(**casebook));
            Result<Facts> answer = tl::unexpected<Error>(Error{});
            if (casebook) {
                answer = ready(**casebook);
            } else {
                answer = failAs(casebook);
            }
            deliver([opened, answer = std::move(answer)]() { opened(answer); });
            return casebook ? std::move(*casebook) : nullptr;
        });
    }

    /// `work(casebook)` on the store's thread, then `reply(its value)` in the gui thread while `context`
    /// lives.
    template<class Question, class Reply>
    void ask(QObject* context, Question work, Reply reply, Urgency urgency = Urgency::Question)
    {
        post(urgency, [this, guard = QPointer<QObject>(context), work = std::move(work),
                       reply = std::move(reply)](casebook::Casebook& casebook) {
            deliver([guard, reply, answer = work(casebook)]() {
                if (guard) {
                    reply(answer);
                }
            });
        });
    }

    using AppendReply = std::function<void(const Result<casebook::Appended>&)>;
    /// True if what was to be written is in the journal: asked when a commit is in doubt, and before a retry.
    using Landed = std::function<bool(const casebook::Casebook&)>;

    /// All in one transaction, with the end of the draft that it finishes. Publishes the new queue before
    /// `reply`. Counts as saving until answered.
    void append(QObject* context, std::vector<casebook::NewEvent> events, const casebook::Author& author,
                AppendReply reply, Landed landed = {}, const std::optional<DraftId>& finished = {});
    void saveDraft(QObject* context, const DraftId& id, Bytes content,
                   std::function<void(const Result<void>&)> reply);
    void removeDraft(const DraftId& id);
    /// A sealed setting of this device.
    void saveSetting(QObject* context, const std::string& name, Bytes content,
                     std::function<void(const Result<void>&)> reply);

    bool isWriting() const { return m_writing > 0; }
    /// Posts a fresh queue to everybody, as after an append.
    void publishQueue();

Q_SIGNALS:
    void queuePublished(const std::shared_ptr<const chevet::clinical::Queue>& queue);
    void appended(const chevet::workflow::Streams& streams);
    void writingChanged();
    void wrote(chevet::Instant at);
    /// The disk refused; what was to be written is still with whoever asked.
    void notWritten(const chevet::Error& error);

private:
    class Worker;
    using Starter = std::function<std::unique_ptr<casebook::Casebook>()>;

    void start(Starter starter);
    void post(Urgency urgency, Work work);
    /// Any thread: runs `answer` in the gui thread.
    void deliver(std::function<void()> answer);
    void write(Work work);
    void writeDone(const Result<Instant>& outcome);

    std::shared_ptr<const Clock> m_clock;
    std::unique_ptr<Worker> m_worker;
    int m_writing = 0;
};

/// What the event is about: the case, resident, home or member that it names.
Streams streamsOf(const clinical::EventBody& body);

} // namespace chevet::workflow
