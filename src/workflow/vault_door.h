// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way into a vault: found a team, open the sample, unlock, lock again. Deriving a key takes a third of a
// second and reading a vault may take longer, so both happen on a worker; answers come as signals. Thread:
// gui.
#pragma once

#include "clinical/record_words.h"
#include "workflow/sentences.h"
#include "workflow/workplace.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <optional>

namespace chevet::workflow {

class Desk;

enum class VaultKind
{
    None, ///< no vault in this folder: first start
    Team,
    Sample,
    Newer,   ///< written by a newer Chevet; opens read-only
    TooNew,  ///< written by a newer Chevet, and can't be read by this one
    Unusable ///< the description can't be read
};

struct FoundingForm
{
    QString teamName;
    QString memberName;
    clinical::Role role = clinical::Role::Nurse;
    QString passphrase;
    QString passphraseAgain;
};

/// What keeps a founding form from being sent; empty when nothing does. The passphrase rule is the CNIL's of
/// 2022: 12 characters of four classes, 14 of three, or seven words.
struct FormProblem
{
    QString field; ///< "teamName", "memberName", "passphrase", "passphraseAgain"
    Sentence sentence;
};

class VaultDoor : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VaultDoor)

public:
    explicit VaultDoor(Workplace workplace, QObject* parent = nullptr);
    ~VaultDoor() override;

    static VaultKind lookAt(const std::filesystem::path& folder);
    static std::optional<FormProblem> problemWith(const FoundingForm& form);
    /// Seven French words from the built-in list, about 80 bits.
    static QString suggestPassphrase();

    bool isBusy() const;

    void found(const std::filesystem::path& folder, const FoundingForm& form);
    void unlock(const std::filesystem::path& folder, const QString& passphrase);
    /// Makes the sample team in `folder` if there is none, and opens it; it has a passphrase of its own.
    void openSample(const std::filesystem::path& folder);

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(const QString& step, int percent);
    /// The receiver owns the desk from now on.
    void opened(std::shared_ptr<chevet::workflow::Desk> desk);
    void refused(const chevet::workflow::Sentence& why);

private:
    struct Self;
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::workflow
