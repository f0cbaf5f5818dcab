// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The shipped rule file has what a clinician needs to read it; a broken one is refused with the rule and the
// line.

#include "support/catch.h"
#include "support/long_run.h"
#include "support/random.h"
#include "triage/properties.h"
#include "triage/recommend.h"
#include "triage/triage_support.h"

#include <algorithm>
#include <sstream>

using namespace chevet;
using namespace chevet::test;
using triage::RuleSet;

namespace {

/// The shipped text with one piece of it replaced; the piece must be there exactly once.
std::string changed(std::string_view piece, std::string_view by)
{
    auto text = shippedRulesText();
    const auto at = text.find(piece);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(piece, at + 1) == std::string::npos);
    return text.replace(at, piece.size(), by);
}

/// The shipped text with one more rule.
std::string withRule(std::string_view rule)
{
    auto text = shippedRulesText();
    const auto at = text.find("[[rule]]");
    return text.insert(at, "[[rule]]\n" + std::string(rule) + "\n\n");
}

constexpr std::string_view tail = "\nreason.en = \"e\"\nreason.fr = \"f\"\nsource = \"000:1\"";

Error faultOf(const std::string& text)
{
    const auto rules = RuleSet::parse(text, {"", ""});
    REQUIRE_FALSE(rules);
    return rules.error();
}

int lineCount(std::string_view text)
{
    return static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1;
}

/// How many lines each source document has.
int linesOfSource(std::string_view document)
{
    if (document == "000") {
        return 650;
    }
    if (document == "001" || document == "003") {
        return 106;
    }
    return document == "002" ? 294 : 0;
}

void checkSource(const std::string& source)
{
    INFO(source);
    std::istringstream passages(source);
    std::string passage;
    int count = 0;
    while (std::getline(passages, passage, ',')) {
        ++count;
        passage.erase(0, passage.find_first_not_of(' '));
        REQUIRE(passage.size() >= 5);
        const int last = linesOfSource(passage.substr(0, 3));
        CHECK(last > 0);
        const auto dash = passage.find('-');
        const int from = std::stoi(passage.substr(4, dash - 4));
        const int to = dash == std::string::npos ? from : std::stoi(passage.substr(dash + 1));
        CHECK(from >= 1);
        CHECK(from <= to);
        CHECK(to <= last);
        CHECK(to - from <= 20); // a passage, not a chapter
    }
    CHECK(count >= 1);
}

void checkReason(const clinical::LocalText& reason)
{
    INFO(reason.english << " / " << reason.french);
    for (const auto* text : {&reason.english, &reason.french}) {
        REQUIRE(text->size() > 10);
        CHECK(text->size() < 250);
        CHECK(text->back() == '.');
        CHECK(isUtf8(viewOf(*text)));
        CHECK(text->find("  ") == std::string::npos);
        CHECK(text->find('!') == std::string::npos);
    }
    CHECK(reason.english != reason.french);
    // advice, not orders
    for (const auto* order : {"You must", "must call", "Vous devez", "Appelez", "Envoyez"}) {
        CHECK(reason.english.find(order) == std::string::npos);
        CHECK(reason.french.find(order) == std::string::npos);
    }
}

} // namespace

TEST_CASE("every shipped rule has its reason in both languages and a passage")
{
    const auto& rules = shippedRules().rules();
    std::vector<const triage::Rule*> all{&rules.fallback};
    for (const auto& rung : rules.ladder) {
        all.push_back(&rung.rule);
    }
    for (const auto& rule : rules.rules) {
        all.push_back(&rule);
    }
    for (const auto& band : rules.priorities) {
        all.push_back(&band.rule);
    }
    for (const auto* rule : all) {
        INFO(rule->id << ", line " << rule->line);
        CHECK(rule->line > 0);
        CHECK(rule->origin == triage::Origin::BuiltIn);
        checkReason(rule->reason);
        checkSource(rule->source);
    }
    for (const auto& prerequisite : rules.prerequisites) {
        checkReason(prerequisite.reasonCondition);
        if (prerequisite.refused != 0) {
            checkReason(prerequisite.reasonRefused);
        }
        checkSource(prerequisite.source);
    }
    CHECK(rules.prerequisites.size() == 4);
    CHECK(rules.ladder.size() == 13);
}

TEST_CASE("the shipped properties have their reasons and passages")
{
    const auto properties = triage::parseProperties(readSourceFile("resources/triage/properties.toml"),
                                                    shippedRules().rules().settings);
    REQUIRE(properties);
    CHECK(properties->size() >= 15);
    for (const auto& property : *properties) {
        checkReason(property.reason);
        checkSource(property.source);
    }
}

TEST_CASE("French reasons carry their accents")
{
    int accents = 0;
    for (const auto& rule : shippedRules().rules().rules) {
        accents += rule.reason.french.find("\xC3") != std::string::npos ? 1 : 0;
        // words that a keyboard without accents would have spelt
        for (const auto* bare :
             {"resident", "equipe", "teleconsultation", "telephone", "etablissement", " a distance"}) {
            INFO(rule.reason.french);
            CHECK(rule.reason.french.find(bare) == std::string::npos);
        }
    }
    CHECK(accents > 20);
}

TEST_CASE("the settings have the stated defaults in the file and in the code")
{
    CHECK(shippedRules().rules().settings == triage::Settings{});
}

TEST_CASE("a setting moves its threshold")
{
    const auto rules = RuleSet::parse(changed("severity_severe = 7", "severity_severe = 8"), {"", ""});
    REQUIRE(rules);
    const auto seven = facts("motives = ['symptom'], severity = 7");
    CHECK(triage::decide(shippedRules(), seven).priority == clinical::Priority::P2);
    CHECK(triage::decide(*rules, seven).priority == clinical::Priority::P3);
}

TEST_CASE("a broken rule is refused with its name and its line")
{
    struct Row
    {
        std::string rule;
        ErrorCode code;
        const char* says;
        int lineInRule; ///< 1 is the line of [[rule]]
    };
    const auto whole = [](std::string_view head) { return std::string(head) + std::string(tail); };
    const std::vector<Row> rows{
        {whole("id = \"new\"\nwhen = { travel_minute = 3 }\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleUnknownFact, "unknown fact 'travel_minute'", 3},
        {whole("id = \"new\"\nwhen = { dying = true }\nforbid = [\"teleconsultation\"]"),
         ErrorCode::RuleUnknownEffect, "unknown key 'forbid'", 4},
        {whole("id = \"new\"\nwhen = { dying = true }\nexclude = [\"telepathy\"]"), ErrorCode::RuleInvalid,
         "unknown exclude 'telepathy'", 4},
        {whole("id = \"new\"\nwhen = { dying = true }"), ErrorCode::RuleInvalid, "has no effect", 1},
        {whole("id = \"new\"\nconsider = [\"pca_data\"]"), ErrorCode::RuleInvalid, "has no 'when'", 1},
        {whole("id = \"new\"\nwhen = {}\nconsider = [\"pca_data\"]"), ErrorCode::RuleInvalid,
         "an empty condition", 3},
        {whole("id = \"new\"\nwhen.all = []\nconsider = [\"pca_data\"]"), ErrorCode::RuleInvalid, "not empty",
         3},
        {whole("id = \"new\"\nwhen = { dying = 1 }\nconsider = [\"pca_data\"]"), ErrorCode::RuleInvalid,
         "'dying' takes true or false", 3},
        {whole("id = \"new\"\nwhen = { symptom = \"hunger\" }\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleInvalid, "'hunger' is no value of 'symptom'", 3},
        {whole("id = \"new\"\nwhen = { motives = \"boredom\" }\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleInvalid, "unknown motive 'boredom'", 3},
        {whole("id = \"new\"\nwhen = { severity = { at_least = 11 } }\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleInvalid, "absurd number 11 for 'severity'", 3},
        {whole("id = \"new\"\nwhen = { severity = { at_least = -1 } }\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleInvalid, "absurd number -1", 3},
        {whole("id = \"new\"\nwhen = { severity = { at_least = 6, below = 5 } }\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleInvalid, "a number that does not exist", 3},
        {whole("id = \"new\"\nwhen = { severity = { at_least = 0 } }\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleInvalid, "could be otherwise", 3},
        {whole("id = \"new\"\nwhen = { severity = { over = 5 } }\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleInvalid, "unknown comparison 'over'", 3},
        {whole("id = \"new\"\nwhen = { severity = { at_least = \"severity_awful\" } }\nconsider = "
               "[\"pca_data\"]"),
         ErrorCode::RuleInvalid, "unknown setting 'severity_awful'", 3},
        {whole("id = \"new\"\nwhen = { severity = \"high\" }\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleInvalid, "unknown setting 'high'", 3},
        {whole("id = \"new\"\nwhen = { objective = false }\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleInvalid, "unknown, not false", 3},
        {whole("id = \"new\"\nwhen.all = [{ dying = true }, { any = [{ dying = false }] }]\nconsider = "
               "[\"pca_data\"]"),
         ErrorCode::RuleInvalid, "asks twice about 'dying'", 3},
        {whole("id = \"new\"\nwhen = { unknown = \"dying\" }\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleUnknownFact, "unknown fact 'unknown'", 3},
        {whole("id = \"new\"\nwhen = { only_motive = \"unclear\" }\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleUnknownFact, "unknown fact 'only_motive'", 3},
        {whole("id = \"new\"\nwhen = { bedside = [\"physician\", \"nurse\", \"care_assistant\", \"none\"] "
               "}\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleInvalid, "could be otherwise", 3},
        {whole("id = \"new\"\nwhen = { dying = true }\nconsider = []"), ErrorCode::RuleInvalid,
         "an empty list for 'consider'", 4},
        {whole("id = \"new\"\nwhen = { dying = true }\nconsider = \"pca_data\""), ErrorCode::RuleInvalid,
         "'consider' takes a list", 4},
        {whole("id = \"new\"\nwhen = { dying = true }\nexclude = [\"in_person_visit\"]"),
         ErrorCode::RuleInvalid, "can't be excluded", 1},
        {whole("id = \"new\"\nwhen = { dying = true }\nexclude = [\"tele_expertise_synchronous\"]"),
         ErrorCode::RuleInvalid, "can't be excluded", 1},
        {whole("id = \"new\"\nwhen = { dying = true }\nnever_first = [\"in_person_visit\"]"),
         ErrorCode::RuleInvalid, "can't be never_first", 1},
        {whole("id = \"new\"\nwhen = { first = \"teleconsultation\" }\nexclude = [\"teleconsultation\"]"),
         ErrorCode::RuleInvalid, "can't exclude, mark, raise or shorten", 1},
        {whole("id = \"new\"\nwhen = { visit = \"late\" }\npriority = \"P1\""), ErrorCode::RuleInvalid,
         "can't exclude, mark, raise or shorten", 1},
        {whole("id = \"new\"\nwhen = { visit = \"late\" }\nanswer_within_minutes = 20"),
         ErrorCode::RuleInvalid, "can't exclude, mark, raise or shorten", 1},
        {whole("id = \"new\"\nwhen = { dying = true }\nanswer_within_minutes = 0"), ErrorCode::RuleInvalid,
         "absurd number 0 for 'answer_within_minutes' (5 to 20160)", 4},
        {whole("id = \"new\"\nwhen = { dying = true }\nanswer_within_minutes = 20161"),
         ErrorCode::RuleInvalid, "absurd number 20161", 4},
        {whole("id = \"new\"\nwhen = { dying = true }\nanswer_within_minutes = \"soon\""),
         ErrorCode::RuleInvalid, "unknown setting 'soon'", 4},
        {whole("id = \"new\"\nwhen = { dying = true }\nanswer_within_minutes = true"), ErrorCode::RuleInvalid,
         "'answer_within_minutes' takes a whole number or a setting's name", 4},
        {whole("id = \"new\"\nwhen = { dying = true }\nanswer_within_minutes = \"p4_answer_minutes\""),
         ErrorCode::RuleInvalid, "shortens nothing", 1},
        {whole("id = \"new\"\nwhen = { dying = true }\nmeanwhile = true"), ErrorCode::RuleInvalid,
         "meanwhile needs first", 1},
        {whole("id = \"new\"\nwhen = { dying = true }\npriority = \"P0\""), ErrorCode::RuleInvalid,
         "unknown priority 'P0'", 4},
        {whole("id = \"new\"\nwhen = { dying = true }\nthen = 4"), ErrorCode::RuleInvalid, "then takes words",
         4},
        {whole("id = \"new\"\nwhen = { dying = true }\ncondition = { telepathy = [\"consent\"] }"),
         ErrorCode::RuleUnknownEffect, "unknown modality 'telepathy'", 4},
        {whole("id = \"dying\"\nwhen = { dying = true }\nconsider = [\"pca_data\"]"),
         ErrorCode::RuleDuplicate, "this id is there already", 1},
        {whole("id = \"\"\nwhen = { dying = true }\nconsider = [\"pca_data\"]"), ErrorCode::RuleInvalid,
         "'id' is empty", 2},
        {"id = \"new\"\nwhen = { dying = true }\nconsider = [\"pca_data\"]\nreason.en = \"e\"\nsource = "
         "\"000:1\"",
         ErrorCode::RuleInvalid, "has no 'fr'", 5},
        {"id = \"new\"\nwhen = { dying = true }\nconsider = [\"pca_data\"]\nreason.en = \"e\"\nreason.fr = "
         "\"f\"",
         ErrorCode::RuleInvalid, "has no 'source'", 1},
        {"id = \"new\"\nwhen = { dying = true }\nconsider = [\"pca_data\"]\nreason.en = \"e\"\nreason.fr = "
         "\"f\"\nsource = \"page 3\"",
         ErrorCode::RuleInvalid, "no passage", 7},
    };
    const auto firstLine =
        lineCount(std::string_view(shippedRulesText()).substr(0, shippedRulesText().find("[[rule]]")));
    for (const auto& row : rows) {
        INFO(row.rule);
        const auto fault = faultOf(withRule(row.rule));
        INFO(fault.place);
        CHECK(fault.code == row.code);
        CHECK(fault.place.find(row.says) != std::string::npos);
        const bool isNamed = fault.place.find("'new'") != std::string::npos ||
                             fault.place.find("'dying'") != std::string::npos ||
                             fault.place.find("rule file") != std::string::npos;
        CHECK(isNamed);
        const bool isDuplicate = row.code == ErrorCode::RuleDuplicate;
        CHECK((isDuplicate || fault.number == firstLine + row.lineInRule - 1));
        CHECK(fault.place.find("line " + std::to_string(fault.number)) != std::string::npos);
    }
}

TEST_CASE("a broken file is refused with what is wrong")
{
    struct Row
    {
        std::string text;
        ErrorCode code;
        const char* says;
    };
    const std::vector<Row> rows{
        {"", ErrorCode::RuleInvalid, "has no 'version'"},
        {"version = \"1\"\n[[rule\n", ErrorCode::RuleSyntax, "line 2"},
        {"version = \"1\"\nversion = \"2\"\n", ErrorCode::RuleSyntax, "line 2"},
        {"\xFF\xFE", ErrorCode::RuleSyntax, "line 1"},
        {changed("version = \"1\"", "version = \"1\"\nauthor = \"me\""), ErrorCode::RuleUnknownEffect,
         "unknown key 'author'"},
        {changed("severity_severe = 7", "severity_severe = 70"), ErrorCode::RuleInvalid,
         "absurd number 70 for 'severity_severe'"},
        {changed("severity_severe = 7", "severity_severe = 4"), ErrorCode::RuleInvalid,
         "severity_moderate is not below"},
        {changed("severity_severe = 7", "severity_worst = 7"), ErrorCode::RuleInvalid,
         "unknown setting 'severity_worst'"},
        {changed("severity_severe = 7", "severity_severe = 7.5"), ErrorCode::RuleInvalid,
         "takes a whole number"},
        {changed("p1_answer_minutes = 30", "p1_answer_minutes = 200"), ErrorCode::RuleInvalid,
         "longer answer time"},
        {changed("p1_answer_minutes = 30", "p1_answer_minutes = 0"), ErrorCode::RuleInvalid,
         "absurd number 0"},
        {changed("id = \"examination\"\nrung = 5", "id = \"examination\"\nrung = 1"), ErrorCode::RuleInvalid,
         "the ladder is fixed"},
        {changed("id = \"examination\"\nrung = 5", "id = \"hands\"\nrung = 5"), ErrorCode::RuleInvalid,
         "here stands rung 'examination'"},
        {changed("id = \"synchronous\"\nrung = 8\nfirst = \"tele_expertise_synchronous\"\notherwise = true",
                 "id = \"synchronous\"\nrung = 8\nfirst = \"tele_expertise_synchronous\"\nwhen = { dying = "
                 "false }"),
         ErrorCode::RuleInvalid, "'otherwise' belongs to the last rung"},
        {changed("level = \"P4\"\notherwise = true", "level = \"P4\"\nwhen = { dying = false }"),
         ErrorCode::RuleInvalid, "the last priority"},
        {changed("met = [\"physician\", \"nurse\"]", "met = [\"physician\", \"none\"]"),
         ErrorCode::RuleInvalid, "overlaps"},
        {changed("met = [\"physician\", \"nurse\"]", "met = [\"physician\", \"porter\"]"),
         ErrorCode::RuleInvalid, "no value of the fact"},
        {changed("fact = \"bedside\"", "fact = \"bedroom\""), ErrorCode::RuleUnknownFact, "'fact' takes"},
        {changed("acute = [\"must_be_seen\", ", "acute = [\"must_be_heard\", "), ErrorCode::RuleUnknownFact,
         "unknown fact 'must_be_heard'"},
        {changed("unclear = [\"must_be_seen\", ", "uncertain = [\"must_be_seen\", "), ErrorCode::RuleInvalid,
         "no motive 'uncertain'"},
        {std::string((1U << 20U) + 1, '#'), ErrorCode::TooLarge, "1 MiB"},
    };
    for (const auto& row : rows) {
        INFO(row.says);
        const auto fault = faultOf(row.text);
        INFO(fault.place);
        CHECK(fault.code == row.code);
        CHECK(fault.place.find(row.says) != std::string::npos);
    }
}

TEST_CASE("a property file is refused with the property and the line")
{
    const triage::Settings settings;
    const std::string end = "\nreason.en = \"e\"\nreason.fr = \"f\"\nsource = \"000:1\"\n";
    for (const auto& [text, says] : {
             std::pair<std::string, const char*>{
                 "[[property]]\nid = \"p\"\nwhen = { dyin = true }\nmust = { meanwhile = true }" + end,
                 "unknown fact 'dyin'"},
             {"[[property]]\nid = \"p\"\nwhen = { meanwhile = true }\nmust = { meanwhile = true "
              "}" +
                  end,
              "unknown fact 'meanwhile'"},
             {"[[property]]\nid = \"p\"\nwhen = { dying = true }\nmust = {}" + end, "asks for nothing"},
             {"[[property]]\nid = \"p\"\nwhen = { dying = true }\nmust = { visit = true }" + end,
              "unknown key 'visit'"},
             {"[[property]]\nid = \"p\"\nwhen = { dying = true }\nmust = { first = [\"telepathy\"] }" + end,
              "unknown first"},
             {"[property]\nid = \"p\"\n", "takes a list"},
         }) {
        INFO(text);
        const auto properties = triage::parseProperties(text, settings);
        REQUIRE_FALSE(properties);
        INFO(properties.error().place);
        CHECK(properties.error().place.find(says) != std::string::npos);
    }
    const auto one = "[[property]]\nid = \"p\"\nwhen = { dying = true }\nmust = { meanwhile = true }" + end;
    REQUIRE(triage::parseProperties(one, settings));
    const auto twice = triage::parseProperties(one + one, settings);
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code == ErrorCode::RuleDuplicate);
}

TEST_CASE("rubbish is refused or read and never breaks the reader")
{
    CHEVET_SEEDED(random, 40);
    const auto& shipped = shippedRulesText();
    int refused = 0;
    const int count = scaled(600, 20'000);
    for (int i = 0; i < count; ++i) {
        auto text = shipped;
        const auto changes = 1 + random.below(4);
        for (std::size_t k = 0; k < changes; ++k) {
            const auto at = random.below(text.size());
            switch (random.below(4)) {
            case 0: text[at] = static_cast<char>(random.next()); break;
            case 1: text.erase(at, 1 + random.below(40)); break;
            case 2: text.insert(at, text.substr(random.below(text.size()), random.below(60))); break;
            default: text.resize(at + 1); break;
            }
        }
        const auto rules = RuleSet::parse(text, {"", ""});
        if (!rules) {
            ++refused;
            CHECK_FALSE(rules.error().place.empty());
            CHECK(isUtf8(viewOf(rules.error().place)));
        } else {
            // what is read can be used
            CHECK(triage::recommend(*rules, {}).modalities[0].verdict == clinical::Verdict::Recommended);
        }
    }
    CHECK(refused > count / 3);
}

TEST_CASE("deep nesting is refused")
{
    std::string deep = "version = \"1\"\nx = ";
    deep += std::string(5'000, '[') + std::string(5'000, ']');
    CHECK(faultOf(deep).code == ErrorCode::RuleSyntax);
}

TEST_CASE("a rule of a team's own can keep a modality from being first and can raise the priority")
{
    auto rules = shippedRules().rules();
    triage::Rule rule;
    rule.id = "our-own";
    rule.origin = triage::Origin::Team;
    rule.when = rules.rules.front().when;
    rule.when.question = {triage::slotOf(clinical::Fact::Symptom), triage::Question::Test::OneOf, 1, 0,
                          0}; // pain
    rule.effects.neverFirst = triage::Modalities{clinical::Modality::SynchronousTeleExpertise};
    rule.effects.priority = clinical::Priority::P1;
    rule.reason = {"Our own.", "La nôtre."};
    rule.source = "team";
    rules.rules.push_back(rule);
    const auto own = RuleSet::of(rules, {"own", ""});
    REQUIRE(own);
    const auto pain = triage::recommend(*own, facts("motives = ['symptom'], symptom = 'pain', severity = 1"));
    CHECK(pain.first == clinical::Modality::InPersonVisit); // the next that may be first
    CHECK(pain.modalities[0].reasons[0].rule == "visit-remains");
    CHECK(pain.priority == clinical::Priority::P1);
    const auto nausea =
        triage::recommend(*own, facts("motives = ['symptom'], symptom = 'nausea', severity = 1"));
    CHECK(nausea.first == clinical::Modality::SynchronousTeleExpertise);
    CHECK(nausea.priority == clinical::Priority::P4);
    // a duplicate changes nothing
    rule.id = "our-own-again";
    rules.rules.push_back(rule);
    const auto twice = RuleSet::of(rules, {"own", ""});
    REQUIRE(twice);
    const auto same = triage::decide(*twice, facts("symptom = 'pain'"));
    CHECK(same.score == triage::decide(*own, facts("symptom = 'pain'")).score);
}
