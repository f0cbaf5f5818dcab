// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real window on a vault of 100,000 cases: from a key in the queue's filter or in the intake to the
// painted answer. The widgets are found by their object names, as the tests find them.

#include "screens/main_window.h"
#include "workflow/desk.h"
#include "workflow/queue_model.h"
#include "workflow/vault_door.h"

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QLineEdit>

#include <fstream>
#include <iostream>
#include <iterator>

#include "bench/invented_team.h"
#include "bench/key_to_paint.h"
#include "bench/report.h"
#include "bench/samples.h"
#include "bench/surroundings.h"

namespace {

using namespace chevet;
using namespace chevet::bench;

constexpr auto passphrase = "seven plain words for nothing but measuring";
const Target oneFrame = atMost(duration(16e6));

/// A row whose target is about its 99th percentile.
void addFrameRow(Report& report, const std::string& measure, const Samples& samples)
{
    report.add(measure, samples);
    report.add({"  its p99", duration(samples.percentile(0.99)), {}, {}, oneFrame});
}

template<class Widget> Widget* find(QWidget& window, const char* name)
{
    auto* widget = window.findChild<Widget*>(QString::fromLatin1(name));
    if (widget == nullptr) {
        throw CouldNotMeasure(std::string("the window has no ") + name);
    }
    return widget;
}

QString letters(const std::string& word, std::size_t count)
{
    return QString::fromStdString(word.substr(0, count)).toLower();
}

class Desk
{
public:
    Desk(WatchedApplication& application, const Options& options, const InventedTeam& team, QWidget& window)
        : m_application(application), m_team(team), m_window(window), m_random(options.seed + 11),
          m_rounds(options.quick ? 20 : 200)
    {}

    void measureFilter(Report& report, const workflow::QueueModel& model)
    {
        auto* edit = find<QLineEdit>(m_window, "filterEdit");
        auto* table = find<QAbstractItemView>(m_window, "queueTable");
        edit->setFocus();
        Samples typed;
        Samples cleared;
        for (int round = 0; round < m_rounds; ++round) {
            const auto row = static_cast<int>(pick(static_cast<std::size_t>(model.rowCount())));
            const auto word = letters(model.row(row).familyName, 4);
            for (const auto letter : word) {
                const int before = model.rowCount();
                // Without a row to leave out, only the field changes.
                const auto taken =
                    press(edit, letter, table->viewport(), edit, [&] { return model.rowCount() != before; });
                typed.add(taken);
            }
            for (qsizetype i = 0; i < word.size(); ++i) {
                const int before = model.rowCount();
                const auto taken =
                    press(edit, QChar(), table->viewport(), edit, [&] { return model.rowCount() != before; });
                cleared.add(taken);
            }
        }
        addFrameRow(report, "queue's filter: a letter of a name, four letters each", typed);
        addFrameRow(report, "queue's filter: a letter taken back", cleared);
    }

    void measureIntake(Report& report)
    {
        Samples homes;
        Samples dates;
        Samples names;
        auto* home = find<QLineEdit>(m_window, "homeEdit");
        auto* resident = find<QLineEdit>(m_window, "residentEdit");
        for (int round = 0; round < m_rounds; ++round) {
            const auto& [homeId, content] = m_team.homes()[pick(m_team.homes().size())];
            const auto space = content.name.find(' ');
            type(home, letters(content.name.substr(space + 1), 3), 0, homes);
            const auto& someone = m_team.residents()[pick(m_team.residents().size())].second;
            const auto date = someone.birthDate->iso(); // yyyy-mm-dd
            const auto digits = date.substr(8, 2) + date.substr(5, 2) + date.substr(0, 4);
            type(resident, QString::fromStdString(digits) + letters(someone.familyName, 3), 7, dates);
            type(resident, letters(someone.familyName, 3), 0, names);
        }
        addFrameRow(report, "intake: home by letters, three each", homes);
        addFrameRow(report, "intake: resident by birth date and three letters, from the eighth digit on",
                    dates);
        addFrameRow(report, "intake: resident by three letters alone", names);
    }

private:
    std::size_t pick(std::size_t count) { return static_cast<std::size_t>(m_random.nextNumber() % count); }

    /// A key whose answer is there at once: in `table` if `changes` says so, else in the field itself.
    double press(QLineEdit* edit, QChar letter, QWidget* table, QWidget* field,
                 const std::function<bool()>& changes)
    {
        // The answer comes while the key is handled, so what is watched is settled by the model's signals.
        QWidget* watched = table;
        const auto connection = QObject::connect(edit, &QLineEdit::textChanged, edit, [&] {
            if (!changes()) {
                m_application.watch(field);
                m_application.answerIsThere();
            }
        });
        const auto taken =
            keyToPaint(m_application, edit, letter.isNull() ? int{Qt::Key_Backspace} : int{letter.unicode()},
                       letter.isNull() ? QString() : QString(letter), watched, Answer::AtOnce);
        QObject::disconnect(connection);
        return taken;
    }

    /// Types a text; keys from `from` on are measured until the list below the field shows its answer.
    void type(QLineEdit* edit, const QString& text, qsizetype from, Samples& samples)
    {
        auto* list = find<QAbstractItemView>(
            m_window, (edit->objectName() + QStringLiteral("Hits")).toLatin1().constData());
        edit->setFocus();
        edit->selectAll();
        keyToPaint(m_application, edit, Qt::Key_Backspace, {}, edit, Answer::AtOnce);
        const auto connection = QObject::connect(list->model(), &QAbstractItemModel::rowsInserted, list,
                                                 [this] { m_application.answerIsThere(); });
        for (qsizetype i = 0; i < text.size(); ++i) {
            const bool hasAnswer = i >= from;
            const auto taken = keyToPaint(m_application, edit, text[i].toUpper().unicode(), text.mid(i, 1),
                                          hasAnswer ? list->viewport() : static_cast<QWidget*>(edit),
                                          hasAnswer ? Answer::Signal : Answer::AtOnce);
            if (hasAnswer) {
                samples.add(taken);
            }
        }
        QObject::disconnect(connection);
    }

    WatchedApplication& m_application;
    const InventedTeam& m_team;
    QWidget& m_window;
    SeededIds m_random;
    int m_rounds;
};

std::string rulesText()
{
    std::ifstream input(CHEVET_SOURCE_DIR "/resources/triage/rules.toml", std::ios::binary);
    return {std::istreambuf_iterator<char>(input), {}};
}

void run(WatchedApplication& application, const Options& options)
{
    RealFolder folder(options.folder);
    TeamSize size;
    size.cases = options.quick ? 10'000 : 100'000;
    size.openCases = 316; // as many as a team with 27 calls a day has open
    size.wholeCases = false;
    InventedTeam team(size, options.seed);
    std::int64_t events = 0;
    {
        const auto book = team.write(folder.path() / "team", passphrase);
        events = book->sequence();
        if (!book->saveSnapshot()) {
            throw CouldNotMeasure("no snapshot");
        }
    }
    Report report("desk");
    describeMachine(report, folder.path());
    report.say("seed " + std::to_string(options.seed) + "; " + std::to_string(size.cases) + " cases, " +
               std::to_string(size.openCases) + " open, " + std::to_string(team.residents().size()) +
               " residents, " + std::to_string(team.homes().size()) + " homes, " + std::to_string(events) +
               " envelopes; the real window, 1280 × 720, Qt " + qVersion() + " on " +
               QApplication::platformName().toStdString());
    report.say(
        "time: key press handed to the field → end of the update that painted the answer, event loop empty");

    workflow::Workplace workplace;
    workplace.clock = std::make_shared<FixedClock>(team.clock());
    workplace.ids = std::make_shared<SeededIds>(options.seed + 5);
    workplace.rulesText = rulesText();
    workplace.defaultVault = folder.path() / "team";
    workplace.sampleVault = folder.path() / "sample";
    workplace.settingsFile = folder.path() / "settings";
    workflow::VaultDoor door(workplace);
    screens::MainWindow window(door, workplace);
    window.resize(1280, 720);
    static_cast<QWidget&>(window).show();
    window.activateWindow();
    door.unlock(workplace.defaultVault, QString::fromLatin1(passphrase));
    runUntil([&] { return window.desk() != nullptr && window.desk()->queue()->rowCount() > 0; }, "the queue");
    settle();

    Desk desk(application, options, team, window);
    desk.measureFilter(report, *window.desk()->queue());
    window.takeCall();
    settle();
    desk.measureIntake(report);
    report.print();
}

} // namespace

int main(int count, char** arguments)
{
    WatchedApplication application(count, arguments);
    const auto options = Options::read(count, arguments, "How soon the desk answers a key.");
    if (!options) {
        return 2;
    }
    try {
        run(application, *options);
        return 0;
    } catch (const CouldNotMeasure& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
