// Workbooks that are broken, hostile, or something else.
#include "data/workbook_parts.hpp"

#include <boost/test/unit_test.hpp>

#include "workbook_maker.hpp"

using namespace vanban;
using namespace vanban::data;
using namespace vanban::testing;

namespace {

/// Codes of all findings, each with its notes.
std::string codes(const Reading& reading) {
    std::string out;
    for (const Diagnostic& each : reading.findings) {
        out += out.empty() ? "" : " ";
        out += name(each.code);
        for (const Note& note : each.notes) out += "+" + std::string(name(note.code));
    }
    return out;
}

std::vector<ZipEntry> sound() {
    return parts_of("<sheetData><row><c t=\"inlineStr\"><is><t>Tên</t></is></c><c><v>1</v></c></row></sheetData>");
}

std::string refusal_of(std::vector<ZipEntry> entries, const Limits& limits = {}) {
    return codes(read_bytes(make_zip(entries), limits));
}

/// A sound workbook with one entry replaced.
std::string refusal_with(std::string_view name, const std::string& data, const Limits& limits = {}) {
    std::vector<ZipEntry> entries = sound();
    for (ZipEntry& entry : entries) {
        if (entry.name == name) entry.data = data;
    }
    return refusal_of(entries, limits);
}

/// A sound workbook with one more entry, which is only listed.
std::string refusal_beside(const ZipEntry& entry) {
    std::vector<ZipEntry> entries = sound();
    entries.push_back(entry);
    return refusal_of(entries);
}

const std::string kDamaged = "+workbook-hint-save-again";

}  // namespace

BOOST_AUTO_TEST_CASE(the_workbook_that_the_others_are_made_from_is_sound) {
    BOOST_TEST(refusal_of(sound()) == "");
    std::vector<ZipEntry> deflated = sound();
    for (ZipEntry& entry : deflated) entry.method = 8;
    BOOST_TEST(refusal_of(deflated) == "");
}

BOOST_AUTO_TEST_CASE(files_that_are_no_workbook_are_named) {
    const std::string hint = "+workbook-hint-save-as";
    BOOST_TEST(codes(read_bytes("")) == "not-a-workbook" + hint);
    BOOST_TEST(codes(read_bytes("%PDF-1.4")) == "not-a-workbook" + hint);
    BOOST_TEST(codes(read_bytes("<html><table>")) == "not-a-workbook" + hint);
    BOOST_TEST(refusal_of({{"a.txt", "a"}}) == "not-a-workbook" + hint);
    BOOST_TEST(refusal_of({{"word/document.xml", ""}}) == "workbook-other-format" + hint);
    BOOST_TEST(refusal_of({{"mimetype", ""}, {"content.xml", ""}}) == "workbook-other-format" + hint);
    BOOST_TEST(refusal_of({{"_rels/.rels", relationships({{"officeDocument", "xl/workbook.bin"}})},
                           {"xl/workbook.bin", ""}}) == "workbook-other-format" + hint);
}

BOOST_AUTO_TEST_CASE(compound_files_are_old_workbooks_or_encrypted_ones) {
    const std::string start = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    std::string wide;
    for (const char c : std::string_view("EncryptedPackage")) wide += {c, '\0'};
    BOOST_TEST(codes(read_bytes(start + std::string(600, '\0'))) == "workbook-other-format+workbook-hint-save-as");
    BOOST_TEST(codes(read_bytes(start + std::string(600, '\0') + wide)) == "workbook-encrypted+workbook-hint-password");
}

BOOST_AUTO_TEST_CASE(names_of_entries_that_climb_or_come_twice_are_refused) {
    for (const char* name :
         {"/xl/a.xml", "../a.xml", "xl/../../a.xml", "xl\\a.xml", "C:a.xml", "xl//a.xml", "./a.xml", ""}) {
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(refusal_beside({name, ""}) == "workbook-bad-part-name" + kDamaged);
        }
    }
    BOOST_TEST(refusal_beside({"xl/Workbook.XML", ""}) == "workbook-part-twice" + kDamaged);
    BOOST_TEST(refusal_beside({"xl/khác/", ""}) == "");
}

BOOST_AUTO_TEST_CASE(entries_that_are_encrypted_or_packed_otherwise_are_refused_when_they_are_needed) {
    std::vector<ZipEntry> entries = sound();
    entries.back().flags = 1;
    BOOST_TEST(refusal_of(entries) == "workbook-part-refused" + kDamaged);
    entries = sound();
    entries.back().method = 12;
    BOOST_TEST(refusal_of(entries) == "workbook-part-refused" + kDamaged);
}

BOOST_AUTO_TEST_CASE(sizes_and_checksums_that_lie_are_noticed) {
    for (const std::uint16_t method : {std::uint16_t{0}, std::uint16_t{8}}) {
        for (const std::uint32_t size : {0u, 10u, 0x7FFFFFFFu, 0xFFFFFFFEu}) {
            std::vector<ZipEntry> entries = sound();
            entries.back().method = method;
            entries.back().declared_size = size;
            BOOST_TEST_CONTEXT(method << " " << size) {
                BOOST_TEST(refusal_of(entries) == "workbook-part-damaged" + kDamaged);
            }
        }
        std::vector<ZipEntry> entries = sound();
        entries.back().method = method;
        entries.back().declared_crc = 1;
        BOOST_TEST(refusal_of(entries) == "workbook-part-damaged" + kDamaged);
    }
}

BOOST_AUTO_TEST_CASE(what_inflates_beyond_the_limit_is_refused_while_it_inflates) {
    Limits limits;
    limits.inflated_bytes = 1 << 20;
    std::vector<ZipEntry> entries = sound();
    entries.back().data.insert(entries.back().data.find("<sheetData>"), std::string(20 << 20, ' '));
    entries.back().method = 8;
    BOOST_TEST(refusal_of(entries, limits) == "workbook-too-large");
    BOOST_TEST(refusal_of(entries) == "");
}

BOOST_AUTO_TEST_CASE(the_other_limits_hold_too) {
    Limits few;
    few.package_entries = 5;
    BOOST_TEST(refusal_of(sound(), few) == "workbook-too-many-parts");
    Limits flat;
    flat.depth = 3;
    BOOST_TEST(refusal_of(sound(), flat) == "too-deep");
    Limits poor;
    poor.values = 1;
    BOOST_TEST(refusal_of(sound(), poor) == "too-many-values");
    Limits small;
    small.file_bytes = 100;
    BOOST_TEST(refusal_of(sound(), small) == "file-too-large");
}

BOOST_AUTO_TEST_CASE(parts_that_are_missing_or_malformed_are_named) {
    std::vector<ZipEntry> entries = sound();
    entries.pop_back();
    BOOST_TEST(refusal_of(entries) == "workbook-part-missing" + kDamaged);
    BOOST_TEST(refusal_with("xl/_rels/workbook.xml.rels", relationships({})) == "workbook-part-missing" + kDamaged);
    BOOST_TEST(refusal_with("xl/workbook.xml", part("document", "")) == "not-a-workbook+workbook-hint-save-as");
    for (const char* name : {"_rels/.rels", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml",
                             "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"}) {
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(refusal_with(name, "<a><b></a>") == "workbook-part-malformed" + kDamaged);
            BOOST_TEST(refusal_with(name, "") == "workbook-part-malformed" + kDamaged);
            BOOST_TEST(refusal_with(name, "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>") ==
                       "workbook-part-doctype" + kDamaged);
        }
    }
    const Reading reading = read_bytes(make_zip(sound()));
    const std::string sheet = "xl/worksheets/sheet1.xml";
    BOOST_TEST(refusal_with(sheet, "<!--" + std::string(3 << 20, '-')) == "workbook-part-malformed" + kDamaged);
}

BOOST_AUTO_TEST_CASE(targets_are_paths_with_steps_up_and_to_the_same_folder) {
    const auto refusal = [](const std::string& sheet, const std::string& styles) {
        return refusal_with(
            "xl/_rels/workbook.xml.rels",
            relationships({{"worksheet", sheet}, {"styles", styles}, {"sharedStrings", "/xl/sharedStrings.xml"}}));
    };
    BOOST_TEST(refusal("worksheets/../worksheets/sheet1.xml", "./styles.xml") == "");
    BOOST_TEST(refusal("../xl//./worksheets/sheet1.xml", "../../xl/styles.xml") == "");
    BOOST_TEST(refusal("/xl/worksheets/x../../sheet1.xml", "styles.xml") == "");
    BOOST_TEST(refusal("worksheets../sheet1.xml", "styles.xml") == "workbook-part-missing" + kDamaged);
    std::string far;
    for (int i = 0; i < 300'000; ++i) far += "../";  // Seconds if each step moved all the others.
    BOOST_TEST(refusal(far + "xl/worksheets/sheet1.xml", "styles.xml") == "");
}

BOOST_AUTO_TEST_CASE(a_bomb_of_nested_elements_stops_at_the_depth_limit) {
    std::string deep;
    for (int i = 0; i < 1'000'000; ++i) deep += "<a>";
    BOOST_TEST(refusal_with("xl/worksheets/sheet1.xml", deep) == "too-deep");
}

BOOST_AUTO_TEST_CASE(macros_and_links_are_passed_over_with_a_note) {
    BOOST_TEST(refusal_beside({"xl/vbaProject.bin", "x"}) == "workbook-has-macros");
    BOOST_TEST(refusal_with("xl/workbook.xml",
                            part("workbook", R"(<sheets><sheet name="o" r:id="rId1"/></sheets><externalReferences>)"
                                             R"(<externalReference r:id="rId9"/></externalReferences>)")) ==
               "workbook-has-links");
}

BOOST_AUTO_TEST_CASE(a_workbook_without_data_is_refused) {
    BOOST_TEST(refusal_with("xl/worksheets/sheet1.xml", part("worksheet", "<sheetData/>")) == "workbook-empty");
    BOOST_TEST(refusal_with("xl/workbook.xml", part("workbook", "<sheets/>")) == "workbook-empty");
}

BOOST_AUTO_TEST_CASE(other_prefixes_and_the_strict_vocabulary_are_read_alike) {
    const std::string prefixed =
        "<x:worksheet xmlns:x=\"" + std::string(kMain) +
        "\" xmlns:o=\"urn:khac\"><x:sheetData><x:row><o:c><x:v>9</x:v></o:c><x:c t=\"str\"><x:v>a</x:v></x:c>"
        "<x:c t=\"str\"><x:v>b</x:v></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>"
        "</x:sheetData></x:worksheet>";
    std::vector<ZipEntry> entries = sound();
    entries.back().data = prefixed;
    BOOST_TEST(read_bytes(make_zip(entries)).dumped() == "{o: [{a: 1, b: 2}]}");
    std::string strict = prefixed;
    strict.replace(strict.find(kMain), kMain.size(), "http://purl.oclc.org/ooxml/spreadsheetml/main");
    entries.back().data = strict;
    BOOST_TEST(read_bytes(make_zip(entries)).dumped() == "{o: [{a: 1, b: 2}]}");
}

BOOST_AUTO_TEST_CASE(names_of_sheets_are_brought_to_nfc) {
    std::vector<ZipEntry> entries =
        parts_of("<sheetData><row><c t=\"str\"><v>a</v></c></row><row><c><v>1</v></c></row></sheetData>");
    entries[1].data = part("workbook", "<sheets><sheet name=\"Nhie\u0323\u0302m vu\u0323\" r:id=\"rId1\"/></sheets>");
    BOOST_TEST(read_bytes(make_zip(entries)).dumped() == "{\"Nhiệm vụ\": [{a: 1}]}");
}

BOOST_AUTO_TEST_CASE(sheets_that_no_menu_shows_are_passed_over_and_hidden_ones_are_read) {
    const auto with_state = [](const std::string& state) {
        std::vector<ZipEntry> entries = sound();
        entries[1].data =
            part("workbook", "<sheets><sheet name=\"o\" state=\"" + state + "\" r:id=\"rId1\"/></sheets>");
        return codes(read_bytes(make_zip(entries)));
    };
    BOOST_TEST(with_state("hidden") == "");
    BOOST_TEST(with_state("veryHidden") == "workbook-empty");
}
