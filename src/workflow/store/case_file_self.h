// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a case file keeps. Thread: gui.
#pragma once

#include "workflow/case_file.h"
#include "workflow/store/case_history.h"
#include "workflow/store/desk_room.h"

namespace chevet::workflow {

struct CaseFile::Self
{
    CaseFile& file;
    QPointer<DeskRoom> room;
    CaseId id;
    CaseHistory history = {};
    EntryWords words = {};
    std::vector<ContestedItem> contestedHere = {};
    std::vector<Contest> contests = {};
    bool isLoaded = false;
    std::uint64_t newest = 0;         ///< number of the newest reading
    std::uint64_t newestQuestion = 0; ///< number of the newest look-up

    Self(CaseFile& itsFile, DeskRoom& itsRoom, const CaseId& itsId) : file(itsFile), room(&itsRoom), id(itsId)
    {}

    const clinical::CaseView& view() const { return history.view; }
    void read();
    void take(const CaseHistory& read);
    /// Appends; `done` names what the offer to undo says, empty if it is none.
    void write(const QString& done, clinical::EventBody body);
    void write(const QString& done, std::vector<casebook::NewEvent> events);
    /// Nothing that names what the view holds can be written before it is there. Tells so.
    bool isThere() const;
    bool isAbout(const Streams& streams) const;
    /// A case's timeline shows what was said about the resident, too.
    StreamId streamOf(const EventId& entry) const;
};

} // namespace chevet::workflow
