// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/desk_window.h"

#include "screens/clear_settings.h"
#include "sealing/keyring.h"
#include "support/catch.h"
#include "workflow/prover.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QTableView>
#include <QTest>

namespace chevet::test {
namespace {

constexpr int generousMillis = 60'000;
/// A Tuesday in March, five past two in the afternoon in Paris.
constexpr Instant afternoon{1'773'147'900'000};

std::string contentOf(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll().toStdString();
}

} // namespace

DeskWindow::DeskWindow(const QString& language, std::shared_ptr<workflow::CallStarter> calls)
    : m_clock(std::make_shared<FixedClock>(afternoon, 60))
{
    m_workplace.clock = m_clock;
    m_workplace.ids = std::make_shared<SystemIds>();
    m_workplace.rulesText = contentOf(CHEVET_SOURCE_DIR "/resources/triage/rules.toml");
    m_workplace.propertiesText = contentOf(CHEVET_SOURCE_DIR "/resources/triage/properties.toml");
    m_workplace.proverProgram = workflow::installedProver();
    m_workplace.defaultVault = m_folder / "team";
    m_workplace.sampleVault = m_folder / "sample";
    m_workplace.settingsFile = m_folder / "chevet.conf";
    m_workplace.calls = std::move(calls);
    screens::ClearSettings(m_workplace.settingsFile).setLanguage(language);
    openWindow();
}

DeskWindow::~DeskWindow()
{
    closeWindow();
}

void DeskWindow::openWindow()
{
    m_door = std::make_unique<workflow::VaultDoor>(m_workplace);
    m_window = std::make_unique<screens::MainWindow>(*m_door, m_workplace);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(m_window.get()));
}

void DeskWindow::closeWindow()
{
    m_window.reset();
    m_door.reset();
}

void DeskWindow::press(QKeyCombination keys)
{
    auto* focused = QApplication::focusWidget();
    REQUIRE(focused != nullptr);
    const auto modifiers = keys.keyboardModifiers();
    m_keys += 1 + (modifiers.testFlag(Qt::ControlModifier) ? 1 : 0) +
              (modifiers.testFlag(Qt::AltModifier) ? 1 : 0) + (modifiers.testFlag(Qt::ShiftModifier) ? 1 : 0);
    QTest::keyClick(focused, keys.key(), modifiers);
}

void DeskWindow::type(const QString& text)
{
    for (const QChar sign : text) {
        auto* focused = QApplication::focusWidget();
        REQUIRE(focused != nullptr);
        const auto upper = sign.toUpper().unicode();
        const bool shifted = sign.isUpper() || sign == QLatin1Char('?') || sign == QLatin1Char(':');
        m_keys += shifted ? 2 : 1;
        QTest::sendKeyEvent(QTest::Click, focused,
                            upper < 128 ? static_cast<Qt::Key>(upper) : Qt::Key_unknown, QString(sign),
                            sign.isUpper() ? Qt::ShiftModifier : Qt::NoModifier);
    }
}

void DeskWindow::until(const char* what, const std::function<bool()>& condition)
{
    INFO("waiting until " << what << "; the keyboard is at " << focusName().toStdString());
    REQUIRE(QTest::qWaitFor(condition, generousMillis));
}

QString DeskWindow::focusName() const
{
    const auto* widget = QApplication::focusWidget();
    return widget != nullptr ? widget->objectName() : QString();
}

void DeskWindow::untilFocus(const QString& objectName)
{
    until(("the keyboard is at " + objectName.toStdString()).c_str(),
          [&] { return focusName() == objectName; });
}

QString DeskWindow::textOf(const QString& labelName)
{
    const auto* label = find<QLabel>(labelName);
    return label != nullptr ? label->text() : QString();
}

void DeskWindow::foundTeam()
{
    untilFocus(QStringLiteral("teamNameEdit"));
    type(QStringLiteral("EMSP du Ponant"));
    press(Qt::Key_Tab);
    type(QStringLiteral("Claire Morel"));
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    type(passphrase);
    press(Qt::Key_Tab);
    type(passphrase);
    press(Qt::CTRL | Qt::Key_Return);
    until("the team is founded", [this] { return window().desk() != nullptr && desk().queue()->isLoaded(); });
}

void DeskWindow::openSample()
{
    untilFocus(QStringLiteral("teamNameEdit"));
    press(Qt::ALT | Qt::Key_O);
    until("the sample is open",
          [this] { return window().desk() != nullptr && desk().queue()->rowCount() > 0; });
}

void DeskWindow::addHomeAndResident(const QString& home, const QString& birthDigits, const QString& family,
                                    const QString& given)
{
    untilFocus(QStringLiteral("homeEdit"));
    type(home);
    press(Qt::Key_Return);
    untilFocus(QStringLiteral("townEdit"));
    type(QStringLiteral("Brest"));
    press(Qt::CTRL | Qt::Key_Return);
    untilFocus(QStringLiteral("callerEdit"));
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    untilFocus(QStringLiteral("residentEdit"));
    type(birthDigits + family.left(3).toLower());
    press(Qt::Key_Return);
    untilFocus(QStringLiteral("familyNameEdit"));
    press(Qt::CTRL | Qt::Key_A);
    type(family);
    press(Qt::Key_Return);
    type(given);
    press(Qt::CTRL | Qt::Key_Return);
    untilFocus(QStringLiteral("motiveBoard"));
}

CaseId DeskWindow::currentCase()
{
    const auto* table = find<QTableView>(QStringLiteral("queueTable"));
    REQUIRE(table != nullptr);
    REQUIRE(table->currentIndex().isValid());
    return desk().queue()->row(table->currentIndex().row()).id;
}

std::unique_ptr<casebook::Casebook> DeskWindow::closeAndOpenCasebook()
{
    closeWindow();
    const auto content = contentOf(m_workplace.defaultVault / "vault.cbor");
    const Bytes file(content.begin(), content.end());
    const auto description = sealing::describeVault(file);
    REQUIRE(description);
    const auto typed = passphrase.normalized(QString::NormalizationForm_KC).toStdString();
    const auto key = sealing::UnlockKey::derive(viewOf(typed), description->salt, description->scrypt);
    REQUIRE(key);
    auto keyring = sealing::Keyring::unlock(file, *key);
    REQUIRE(keyring);
    auto casebook = casebook::Casebook::open(m_workplace.defaultVault, std::move(*keyring),
                                             casebook::Access::ReadWrite, *m_clock);
    REQUIRE(casebook);
    return std::move(*casebook);
}

} // namespace chevet::test
