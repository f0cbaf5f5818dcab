// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/test_vault.h"

#include <algorithm>
#include <span>

using namespace chevet;
using namespace chevet::casebook;
using namespace chevet::clinical;
using namespace std::chrono_literals;
using test::TestVault;

namespace {

std::vector<std::string> excerpts(const std::vector<SearchHit>& hits)
{
    std::vector<std::string> texts;
    for (const auto& hit : hits) {
        texts.push_back(hit.excerpt);
    }
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("search wants every word and takes the last one as a beginning")
{
    TestVault vault;
    const auto id = vault.addCase();
    vault.write({NoteAdded{id, "Douleur nocturne, morphine augmentée"}, NoteAdded{id, "Douleur calmée"}});
    CHECK(excerpts(vault->search("douleur")).size() == 2);
    CHECK(excerpts(vault->search("douleur morph")) == Texts{"Douleur nocturne, morphine augmentée"});
    CHECK(vault->search("doul morphine").empty());
    CHECK(vault->search("dyspnée").empty());
    CHECK(vault->search("").empty());
    CHECK(vault->search("  ,;\"* ").empty());
}

TEST_CASE("a beginning finds the same whether few words or many begin so")
{
    TestVault vault;
    const auto id = vault.addCase();
    for (int i = 10; i < 40; ++i) {
        vault.write({NoteAdded{id, "prefixe" + std::to_string(i) + " commun"}});
    }
    for (const auto* few : {"prefixe12", "prefixe1", "prefixe2", "commun prefixe3"}) {
        INFO(few);
        CHECK(vault->search(few).size() == (std::string_view(few) == "prefixe12" ? 1 : 10));
    }
    CHECK(vault->search("prefixe").size() == 30); // more words than are named one by one
    CHECK(vault->search("commun pref").size() == 30);
    CHECK(vault->search("prefixe commun").empty()); // only the last one is a beginning
    CHECK(vault->search("prefixe5").empty());
}

TEST_CASE("what is found is told apart and in order before anything is opened")
{
    TestVault vault;
    const auto id = vault.addCase();
    for (int i = 0; i < 5; ++i) {
        vault.clock.advance(1min);
        vault.write({NoteAdded{id, "douleur " + std::to_string(i)}});
    }
    const auto found = vault->find("douleur", 4);
    REQUIRE(found.size() == 4);
    CHECK(
        std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.at > b.at; }));
    const auto lines = vault->openHits("douleur", std::span(found).subspan(1, 2));
    CHECK(excerpts(lines) == Texts{"douleur 3", "douleur 2"});
    CHECK(vault->openHits("douleur", {}).empty());
    CHECK(vault->openHits("douleur", std::array{Found{1'000'000, {}}}).empty());
    CHECK(excerpts(vault->search("douleur", 2)) == Texts{"douleur 4", "douleur 3"});
}

TEST_CASE("search ignores diacritics and case in both directions and is not confused by query syntax")
{
    TestVault vault;
    const auto id = vault.addCase();
    vault.write({NoteAdded{id, "Œdème; l’infirmière NOTE une gêne (AND OR NOT)"}});
    for (const auto* words : {"infirmiere", "INFIRMIÈRE", "gene", "œdème", "note gêne", "and", "\"gene",
                              "gene*", "or not", "l'infirmiere", "text:gene NEAR(", "-gene"}) {
        INFO(words);
        const bool asksForOtherWords = std::string_view(words).starts_with("text:");
        const auto hits = vault->search(words);
        const auto notes =
            std::count_if(hits.begin(), hits.end(), [](const auto& hit) { return hit.kind == "note.added"; });
        CHECK(notes == (asksForOtherWords ? 0 : 1));
    }
}

TEST_CASE("search gives the newest by arrival, that page in the order of time")
{
    TestVault vault;
    const auto id = vault.addCase();
    const auto start = vault.clock.now();
    for (const int minutes : {50, 10, 40, 20, 30}) {
        vault.clock.set(start + std::chrono::minutes(minutes));
        vault.write({NoteAdded{id, "toux " + std::to_string(minutes)}});
    }
    CHECK(excerpts(vault->search("toux", 3)) == Texts{"toux 40", "toux 30", "toux 20"});
    CHECK(excerpts(vault->search("toux", 50)) ==
          Texts{"toux 50", "toux 40", "toux 30", "toux 20", "toux 10"});
}

TEST_CASE("what was withdrawn or corrected is not found and does not use up the page")
{
    TestVault vault;
    const auto id = vault.addCase();
    vault.write({NoteAdded{id, "vomissements first"}});
    for (int i = 0; i < 40; ++i) {
        const auto note = vault.write({NoteAdded{id, "vomissements mistaken"}});
        vault.write({EntryWithdrawn{idCast<StreamId>(id), note[0], "wrong resident"}});
    }
    CHECK(excerpts(vault->search("vomissements", 2)) == Texts{"vomissements first"});
    vault.write({FactsRecorded{id, {}, "prurit partout"}});
    CHECK(vault->search("prurit").size() == 1);
    vault.write({FactsRecorded{id, {}, "éruption partout"}});
    CHECK(vault->search("prurit").empty());
    CHECK(vault->search("eruption").size() == 1);
    vault.reopen();
    CHECK(vault->search("prurit").empty());
    CHECK(vault->search("mistaken").empty());
}

TEST_CASE("a resident is found by the name that holds, not by the one that was corrected")
{
    TestVault vault;
    const auto home = vault.addHome("Les Érables");
    const auto resident = vault.addResident(home, "Dupond", "Zoé");
    CHECK(vault->search("dupond").size() == 1);
    vault.write({ResidentCorrected{resident, ResidentField::FamilyName, std::string("Lefèvre")}});
    CHECK(vault->search("dupond").empty());
    const auto hits = vault->search("lefevre");
    REQUIRE_FALSE(hits.empty());
    CHECK(hits[0].caseId.isNull());
    CHECK(hits[0].stream == idCast<StreamId>(resident));
    CHECK(hits[0].residentName == "Lefèvre Zoé");
    CHECK(hits[0].homeName == "Les Érables");
}

TEST_CASE("a hit names its case, resident, home and the place of the word")
{
    TestVault vault;
    const auto home = vault.addHome("Les Tilleuls");
    const auto id = vault.addCase(vault.addResident(home), home);
    std::string text(400, 'a');
    text += " hémorragie ";
    text.append(400, 'b');
    const auto written = vault.write({NoteAdded{id, text}});
    const auto hits = vault->search("hemorragie");
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].caseId == id);
    CHECK(hits[0].entry == written[0]);
    CHECK(hits[0].kind == "note.added");
    CHECK(hits[0].residentName == "Durand Jeanne");
    CHECK(hits[0].homeName == "Les Tilleuls");
    CHECK(hits[0].excerpt.find("hémorragie") != std::string::npos);
    CHECK(hits[0].excerpt.size() < 200);
    CHECK(isUtf8(viewOf(hits[0].excerpt)));
}

TEST_CASE("homes are found by the first letters of any word of name or town")
{
    TestVault vault;
    vault.addHome("Les Tilleuls");
    vault.addHome("Résidence Éléonore");
    const auto names = [&](std::string_view letters) {
        Texts found;
        for (const auto& view : vault->findHomes(letters)) {
            found.push_back(view.home.name);
        }
        return found;
    };
    CHECK(names("") == Texts{"Les Tilleuls", "Résidence Éléonore"});
    CHECK(names("til") == Texts{"Les Tilleuls"});
    CHECK(names("ele") == Texts{"Résidence Éléonore"});
    CHECK(names("res ELE") == Texts{"Résidence Éléonore"});
    CHECK(names("besan").size() == 2);
    CHECK(names("xyz").empty());
    CHECK(vault->findHomes("", 1).size() == 1);
}

TEST_CASE("residents are found by birth date and letters, either or both")
{
    TestVault vault;
    const auto home = vault.addHome("A");
    const auto other = vault.addHome("B");
    const auto jeanne = vault.addResident(home, "Durand", "Jeanne", Date{1934, 2, 28});
    const auto paul = vault.addResident(other, "Dürer", "Paul", Date{1934, 2, 28});
    const auto unknown = vault.addResident(other, "Duval", "Jeannette", {});
    const auto found = [&](std::optional<Date> born, std::string_view letters,
                           std::optional<HomeId> at = {}) {
        std::vector<ResidentId> ids;
        for (const auto& view : vault->findResidents(born, letters, at)) {
            ids.push_back(view.id);
        }
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    const auto sorted = [](std::vector<ResidentId> ids) {
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    CHECK(found(Date{1934, 2, 28}, "") == sorted({jeanne, paul}));
    CHECK(found(Date{1934, 2, 28}, "dur") == sorted({jeanne, paul}));
    CHECK(found(Date{1934, 2, 28}, "jea") == sorted({jeanne}));
    CHECK(found({}, "du") == sorted({jeanne, paul, unknown}));
    CHECK(found({}, "du", other) == sorted({paul, unknown}));
    CHECK(found({}, "jeanne dur") == sorted({jeanne}));
    CHECK(found({}, "").empty());
    CHECK(found(Date{1934, 3, 1}, "dur").empty());
    vault.write({ResidentCorrected{unknown, ResidentField::BirthDate, Date{1934, 2, 28}},
                 ResidentCorrected{unknown, ResidentField::FamilyName, std::string("Quentin")}});
    CHECK(found(Date{1934, 2, 28}, "quen") == sorted({unknown}));
    CHECK(found({}, "duv").empty());
}

TEST_CASE("a resident's view counts remote contacts since the last visit")
{
    TestVault vault;
    const auto home = vault.addHome();
    const auto resident = vault.addResident(home);
    const auto contact = [&](Modality modality) {
        const auto id = vault.addCase(resident, home);
        auto decided = test::decisionFor(id, Priority::P3, vault.clock.now());
        decided.modality = modality;
        vault.write({decided, StateChanged{id, CaseState::Closed, "", TransferOutcome::NotInQuestion, {}}});
        vault.clock.advance(24h);
    };
    CHECK_FALSE(vault->resident(resident)->lastContact);
    contact(Modality::Teleconsultation);
    contact(Modality::SynchronousTeleExpertise);
    CHECK(vault->resident(resident)->remoteContactsSinceVisit == 2);
    CHECK_FALSE(vault->resident(resident)->seenInPerson);
    contact(Modality::InPersonVisit);
    CHECK(vault->resident(resident)->remoteContactsSinceVisit == 0);
    CHECK(vault->resident(resident)->seenInPerson);
    contact(Modality::Teleconsultation);
    vault.reopen();
    CHECK(vault->resident(resident)->remoteContactsSinceVisit == 1);
    CHECK(vault->resident(resident)->lastContact == vault.clock.now() - 24h);
}
