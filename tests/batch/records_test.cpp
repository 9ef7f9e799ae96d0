// Records out of lines, lists and folders.
#include "batch/records.hpp"

#include <boost/test/unit_test.hpp>

#include "batch/json_lines.hpp"
#include "batch/memory_store.hpp"

namespace vanban::batch {
namespace {

/// Hands its bytes out a few at a time.
class Drip : public Stream {
public:
    Drip(std::string text, std::size_t piece) : text_(std::move(text)), piece_(piece) {}
    Result<bool> read(std::string& to, std::size_t most) override {
        const std::string_view next = std::string_view(text_).substr(at_, std::min(piece_, most));
        to += next;
        at_ += next.size();
        return !next.empty();
    }
    std::optional<std::uint64_t> size() const override { return std::nullopt; }

private:
    std::string text_;
    std::size_t piece_, at_ = 0;
};

/// `1:{…} 3:{…}`: line and text of every record, or the code of its finding.
std::string lines_of(const std::string& text, std::size_t longest = 1000, std::size_t piece = 1000) {
    JsonLines lines("r.jsonl", std::make_unique<Drip>(text, piece), longest);
    std::string all;
    while (const auto record = lines.next()) {
        const auto* one = std::get_if<RecordText>(&record->content);
        all += std::to_string(record->line) + ":" +
               (one ? one->text : std::string(name(std::get<Diagnostic>(record->content).code))) + " ";
    }
    return all;
}

struct Machine : Files {
    MemoryFiles files;
    Result<std::string> read(std::string_view path) const override {
        const auto found = files.find(path);
        if (found == files.end()) return fail(Code::file_not_found, {}, {std::string(path)});
        return found->second;
    }
    std::vector<std::string> list(std::string_view) const override { return {}; }
};

/// The value of a record, its text, or the code of its finding.
std::string content_of(const Record& record) {
    if (const auto* value = std::get_if<data::Value>(&record.content)) return data::dump(*value);
    if (const auto* text = std::get_if<RecordText>(&record.content)) return text->text;
    if (const auto* why = std::get_if<Diagnostic>(&record.content)) return std::string(name(why->code));
    const auto& parsed = std::get<ParsedRecord>(record.content);
    return parsed.value ? data::dump(*parsed.value) : std::string(name(parsed.findings.items().at(0).code));
}

/// What the files give: `file:line` of each record with its value, then the shared data.
std::string opened(const MemoryFiles& files, const RecordsAsked& asked) {
    Machine machine;
    machine.files = files;
    MemoryStore store;
    store.inputs = &machine.files;
    World world;
    world.files = &machine;
    Sources sources;
    Diagnostics out;
    const auto found = open_records(asked, store, world, sources, out);
    if (!found) return std::string(name(out.items().front().code));
    std::string all;
    while (const auto record = found->records->next())
        all += record->file + ":" + std::to_string(record->line) + " " + content_of(*record) + "\n";
    return all + data::dump(found->shared);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(records)

BOOST_AUTO_TEST_CASE(lines_are_records_and_blank_ones_are_not) {
    BOOST_TEST(lines_of("{}\n\n  \r\n{\"a\": 1}\r\n{}") == "1:{} 4:{\"a\": 1}\r 5:{} ");
    BOOST_TEST(lines_of("") == "");
    BOOST_TEST(lines_of("\n\n") == "");
}

BOOST_AUTO_TEST_CASE(lines_do_not_depend_on_the_pieces_they_come_in) {
    const std::string text = "{\"a\": 1}\n\n{\"b\": 22}\n{}\n{\"c\": 333}";
    for (std::size_t piece = 1; piece < 12; ++piece) BOOST_TEST(lines_of(text, 1000, piece) == lines_of(text));
}

BOOST_AUTO_TEST_CASE(a_line_beyond_the_limit_is_a_finding_and_the_next_one_is_read) {
    for (std::size_t piece = 1; piece < 60; ++piece) {
        const std::string text = "{}\n" + std::string(40, 'x') + "\n[1]\n" + std::string(40, 'y');
        BOOST_TEST(lines_of(text, 10, piece) == "1:{} 2:record-too-long 3:[1] 4:record-too-long ");
    }
}

BOOST_AUTO_TEST_CASE(a_list_is_its_items_with_their_lines) {
    BOOST_TEST(opened({{"r.json", "[\n {\"a\": 1},\n\n {\"a\": 2}]"}}, {{"r.json"}, {}, {}}) ==
               "r.json:2 {a: 1}\nr.json:4 {a: 2}\n{}");
    BOOST_TEST(opened({{"r.yaml", "- a: 1\n- a: 2\n"}}, {{"r.yaml"}, {}, {}}) ==
               "r.yaml:1 {a: 1}\nr.yaml:2 {a: 2}\n{}");
}

BOOST_AUTO_TEST_CASE(files_come_one_after_another_and_a_map_is_one_record) {
    BOOST_TEST(opened({{"a.yaml", "a: 1\n"}, {"b.jsonl", "{}\n"}}, {{"b.jsonl", "a.yaml"}, {}, {}}) ==
               "b.jsonl:1 {}\na.yaml:1 {a: 1}\n{}");
}

BOOST_AUTO_TEST_CASE(a_folder_is_its_data_files_in_order) {
    BOOST_TEST(opened({{"d/b.yaml", "b: 1"}, {"d/a.json", "{}"}, {"d/x.txt", ""}, {"d/.c.yaml", ""}},
                      {{"d"}, {}, {}}) == "d/a.json:0 {}\nd/b.yaml:0 b: 1\n{}");
    BOOST_TEST(opened({{"d/x.txt", ""}}, {{"d"}, {}, {}}) == "no-records");
}

BOOST_AUTO_TEST_CASE(a_list_inside_leaves_what_stands_beside_it_to_all) {
    const MemoryFiles files{{"r.yaml", "nam: 2026\nds:\n  bien_ban:\n    - a: 1\n    - a: 2\n"}};
    BOOST_TEST(opened(files, {{"r.yaml"}, "ds.bien_ban", {}}) == "r.yaml:4 {a: 1}\nr.yaml:5 {a: 2}\n{nam: 2026}");
    BOOST_TEST(opened(files, {{"r.yaml"}, "DS.Biên bản", {}}) == "r.yaml:4 {a: 1}\nr.yaml:5 {a: 2}\n{nam: 2026}");
    BOOST_TEST(opened(files, {{"r.yaml"}, "nam", {}}) == "records-not-found");
    BOOST_TEST(opened(files, {{"r.yaml"}, "ds.khac", {}}) == "records-not-found");
}

BOOST_AUTO_TEST_CASE(rows_of_a_table_are_records) {
    BOOST_TEST(opened({{"r.csv", "STT;Mã;Tên\n1;a;An\n2;;\n\n3;b;\"B\n\"\"C\"\"\"\n4;c;Em\n"}}, {{"r.csv"}, {}, {}}) ==
               "r.csv:2 {Mã: \"a\", Tên: \"An\"}\nr.csv:5 {Mã: \"b\", Tên: \"B\\n\\\"C\\\"\"}\n"
               "r.csv:7 {Mã: \"c\", Tên: \"Em\"}\n{}");
    BOOST_TEST(opened({{"r.csv", "Danh sách,,\nma,ten\na,b"}}, {{"r.csv"}, {}, {}}) ==
               "r.csv:3 {ma: \"a\", ten: \"b\"}\n{}");
}

BOOST_AUTO_TEST_CASE(a_wrong_row_is_a_finding_and_the_next_one_is_read) {
    BOOST_TEST(opened({{"r.csv", "ma,ten\na,b,c\nd,e\n"}}, {{"r.csv"}, {}, {}}) ==
               "r.csv:2 table-row-too-long\nr.csv:3 {ma: \"d\", ten: \"e\"}\n{}");
    BOOST_TEST(opened({{"r.csv", "ma,ten\na,b\nc,\"d\n"}}, {{"r.csv"}, {}, {}}) ==
               "r.csv:2 {ma: \"a\", ten: \"b\"}\nr.csv:0 csv-unclosed-quote\n{}");
    BOOST_TEST(opened({{"r.csv", "ma,ma\na,b\n"}}, {{"r.csv"}, {}, {}}) == "table-duplicate-column");
}

BOOST_AUTO_TEST_CASE(rows_do_not_depend_on_the_pieces_they_are_read_in) {
    std::string text = "ma,ten\n";
    for (int i = 0; i < 20'000; ++i)
        text += std::to_string(i) + ",\"Phòng\n\"\"" + std::string(i % 60U, 'x') + "\"\"\"\n";
    Machine machine;
    Sources sources;
    Diagnostics out;
    MemoryStore store;
    store.files["r.csv"] = text;
    World world;
    world.files = &machine;
    const auto found = open_records({{"r.csv"}, {}, {}}, store, world, sources, out);
    BOOST_TEST_REQUIRE(found.has_value());
    std::uint32_t number = 0;
    while (const auto record = found->records->next()) {
        const auto& row = std::get<ParsedRecord>(record->content);
        BOOST_TEST_REQUIRE(row.value.has_value());
        BOOST_TEST_REQUIRE(data::dump(*row.value->find("ma")) == std::to_string(number));
        BOOST_TEST_REQUIRE(record->line == 2 + 2 * number);
        BOOST_TEST_REQUIRE(place_of(*row.sources->get(row.value->span.source), row.value->span.begin).line ==
                           record->line);
        ++number;
    }
    BOOST_TEST(number == 20'000u);
}

BOOST_AUTO_TEST_CASE(a_form_is_one_record) {
    BOOST_TEST(opened({{"r.csv", "Khóa,Giá trị\nma,a\nso,5\n"}}, {{"r.csv"}, {}, {}}) ==
               "r.csv:1 {ma: \"a\", so: 5}\n{}");
}

BOOST_AUTO_TEST_CASE(added_tables_go_to_the_records_that_their_rows_name) {
    const MemoryFiles files{{"r.csv", "ma,ten\na,An\nb,Bình\n"}, {"p.csv", "ban_ghi.ma,noi_dung\nb,x\n,y\na,z\n"}};
    BOOST_TEST(opened(files, {{"r.csv"}, {}, {{"phat_hien", "p.csv"}}}) ==
               "r.csv:2 {ma: \"a\", ten: \"An\", phat_hien: [{noi_dung: \"z\"}]}\n"
               "r.csv:3 {ma: \"b\", ten: \"Bình\", phat_hien: [{noi_dung: \"x\"}, {noi_dung: \"y\"}]}\n{}");
    BOOST_TEST(opened(files, {{"r.csv"}, {}, {{"phat_hien", "none.csv"}}}) == "file-not-found");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_reported) {
    BOOST_TEST(opened({}, {{"none.json"}, {}, {}}) == "file-not-found");
    BOOST_TEST(opened({}, {{"none.jsonl"}, {}, {}}) == "file-not-found");
    BOOST_TEST(opened({{"a.pdf", ""}}, {{"a.pdf"}, {}, {}}) == "unknown-data-format");
    BOOST_TEST(opened({{"a.json", "[]"}}, {{"a.json"}, {}, {}}) == "no-records");
    BOOST_TEST(opened({{"a.json", "5"}}, {{"a.json"}, {}, {}}) == "records-not-found");
    BOOST_TEST(opened({{"a.json", "[1"}}, {{"a.json"}, {}, {}}) == "json-malformed");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::batch
