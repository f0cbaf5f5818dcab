// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/store_thread.h"

#include "foundation/log.h"

#include <QThread>

#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace chevet::workflow {

/// The thread itself: a line of writes, a line of questions, and what is done in an idle second.
class StoreThread::Worker final : public QThread
{
public:
    explicit Worker(Starter starter) : m_starter(std::move(starter)) {}

    void post(Urgency urgency, Work work)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_lines[static_cast<std::size_t>(urgency)].push_back(std::move(work));
        }
        m_changed.notify_one();
    }

    void drainAndStop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_changed.notify_one();
        wait();
    }

protected:
    void run() override
    {
        auto casebook = m_starter();
        m_starter = nullptr; // it may hold a passphrase
        if (casebook) {
            m_snapshotAt = casebook->sequence();
        }
        for (;;) {
            const auto work = next();
            if (work) {
                if (casebook) {
                    work(*casebook);
                }
            } else if (isStopping()) {
                break;
            } else if (casebook) {
                idle(*casebook);
            }
        }
        if (casebook) {
            snapshot(*casebook);
        }
    }

private:
    static constexpr std::chrono::seconds idleAfter{1};

    /// The next piece of work; nothing after an idle second, or when all is done and the thread is to stop.
    Work next()
    {
        std::unique_lock lock(m_mutex);
        const auto hasWork = [this] { return !m_lines[0].empty() || !m_lines[1].empty(); };
        m_changed.wait_for(lock, idleAfter, [&] { return m_stopping || hasWork(); });
        for (auto& line : m_lines) {
            if (!line.empty()) {
                auto work = std::move(line.front());
                line.pop_front();
                return work;
            }
        }
        return {};
    }

    bool isStopping()
    {
        const std::lock_guard lock(m_mutex);
        return m_stopping && m_lines[0].empty() && m_lines[1].empty();
    }

    void idle(casebook::Casebook& casebook)
    {
        casebook.commitIndex();
        if (casebook.sequence() - m_snapshotAt >= eventsBetweenSnapshots) {
            snapshot(casebook);
        }
    }

    void snapshot(casebook::Casebook& casebook)
    {
        if (casebook.isReadOnly() || casebook.sequence() == m_snapshotAt) {
            return;
        }
        m_snapshotAt = casebook.sequence(); // also when it fails: the next start is slower, nothing is lost
        if (const auto saved = casebook.saveSnapshot(); !saved) {
            logError(LogTopic::Store, "no snapshot was written", saved.error());
        }
    }

    Starter m_starter;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::array<std::deque<Work>, 2> m_lines;
    bool m_stopping = false;
    std::int64_t m_snapshotAt = 0;
};

namespace {

/// On the store's thread: appends, and settles a commit in doubt by looking.
Result<casebook::Appended> appendOrFind(casebook::Casebook& casebook,
                                        const std::vector<casebook::NewEvent>& events,
                                        const casebook::Author& author, const StoreThread::Landed& landed,
                                        const std::optional<DraftId>& finished)
{
    if (landed && landed(casebook)) {
        return casebook::Appended{{}, casebook.sequence(), {}};
    }
    auto appended = casebook.append(events, author, finished);
    if (!appended && appended.error().code == ErrorCode::DiskFailed && landed && landed(casebook)) {
        return casebook::Appended{{}, casebook.sequence(), {}};
    }
    return appended;
}

bool isDiskError(const Error& error)
{
    return error.code == ErrorCode::DiskFull || error.code == ErrorCode::DiskFailed;
}

} // namespace

StoreThread::StoreThread(std::shared_ptr<const Clock> clock, QObject* parent)
    : QObject(parent), m_clock(std::move(clock))
{}

StoreThread::~StoreThread()
{
    if (m_worker) {
        m_worker->drainAndStop();
    }
}

void StoreThread::start(Starter starter)
{
    m_worker = std::make_unique<Worker>(std::move(starter));
    m_worker->setObjectName(QStringLiteral("store"));
    m_worker->start();
}

void StoreThread::post(Urgency urgency, Work work)
{
    m_worker->post(urgency, std::move(work));
}

void StoreThread::deliver(std::function<void()> answer)
{
    QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
}

void StoreThread::write(Work work)
{
    ++m_writing;
    Q_EMIT writingChanged();
    post(Urgency::Write, std::move(work));
}

void StoreThread::writeDone(const Result<Instant>& outcome)
{
    --m_writing;
    if (outcome) {
        Q_EMIT wrote(*outcome);
    } else if (isDiskError(outcome.error())) {
        logError(LogTopic::Store, "not saved", outcome.error());
        Q_EMIT notWritten(outcome.error());
    }
    Q_EMIT writingChanged();
}

void StoreThread::append(QObject* context, std::vector<casebook::NewEvent> events,
                         const casebook::Author& author, AppendReply reply, Landed landed,
                         const std::optional<DraftId>& finished)
{
    write([this, guard = QPointer<QObject>(context), events = std::move(events), author,
           reply = std::move(reply), landed = std::move(landed), finished](casebook::Casebook& casebook) {
        auto answer = appendOrFind(casebook, events, author, landed, finished);
        auto queue = answer ? std::make_shared<const clinical::Queue>(casebook.queue()) : nullptr;
        Streams streams;
        for (const auto& event : events) {
            const auto more = streamsOf(event.body);
            streams.insert(streams.end(), more.begin(), more.end());
        }
        deliver([this, guard, reply, answer = std::move(answer), queue = std::move(queue),
                 streams = std::move(streams)]() {
            // A commit that was found by looking carries no time of its own.
            const auto at = answer && answer->savedAt.millis != 0 ? answer->savedAt : m_clock->now();
            writeDone(answer ? Result<Instant>(at) : Result<Instant>(failAs(answer)));
            if (answer) {
                Q_EMIT queuePublished(queue);
                Q_EMIT appended(streams);
            }
            if (guard != nullptr && reply) {
                reply(answer);
            }
        });
    });
}

void StoreThread::saveDraft(QObject* context, const DraftId& id, Bytes content,
                            std::function<void(const Result<void>&)> reply)
{
    write([this, guard = QPointer<QObject>(context), id, content = std::move(content),
           reply = std::move(reply)](casebook::Casebook& casebook) {
        auto saved = casebook.saveDraft(id, content);
        deliver([this, guard, reply, saved = std::move(saved)]() {
            writeDone(saved ? Result<Instant>(m_clock->now()) : Result<Instant>(failAs(saved)));
            if (guard != nullptr && reply) {
                reply(saved);
            }
        });
    });
}

void StoreThread::saveSetting(QObject* context, const std::string& name, Bytes content,
                              std::function<void(const Result<void>&)> reply)
{
    write([this, guard = QPointer<QObject>(context), name, content = std::move(content),
           reply = std::move(reply)](casebook::Casebook& casebook) {
        auto saved = casebook.saveSetting(name, content);
        deliver([this, guard, reply, saved = std::move(saved)]() {
            writeDone(saved ? Result<Instant>(m_clock->now()) : Result<Instant>(failAs(saved)));
            if (guard != nullptr && reply) {
                reply(saved);
            }
        });
    });
}

void StoreThread::removeDraft(const DraftId& id)
{
    write([this, id](casebook::Casebook& casebook) {
        auto removed = casebook.removeDraft(id);
        deliver([this, removed = std::move(removed)]() {
            writeDone(removed ? Result<Instant>(m_clock->now()) : Result<Instant>(failAs(removed)));
        });
    });
}

void StoreThread::publishQueue()
{
    ask(
        this,
        [](casebook::Casebook& casebook) {
            return std::make_shared<const clinical::Queue>(casebook.queue());
        },
        [this](const std::shared_ptr<const clinical::Queue>& queue) { Q_EMIT queuePublished(queue); });
}

namespace {

template<class AnyId> void addStream(Streams& streams, const AnyId& id)
{
    streams.push_back(idCast<StreamId>(id));
}

} // namespace

Streams streamsOf(const clinical::EventBody& body)
{
    Streams streams;
    std::visit(
        [&streams](const auto& event) {
            if constexpr (requires { event.stream; }) {
                addStream(streams, event.stream);
            } else if constexpr (requires { event.id; }) {
                addStream(streams, event.id);
            } else if constexpr (requires { event.member; }) {
                addStream(streams, event.member);
            }
            if constexpr (requires { event.into; }) {
                addStream(streams, event.into);
            }
            if constexpr (requires { event.resident.bytes; }) {
                addStream(streams, event.resident);
            }
        },
        body);
    return streams;
}

} // namespace chevet::workflow
