#include "data/table.hpp"

#include "data/reading.hpp"

namespace vanban::data {
namespace {

/// A table written as lines of cells between "|"; places count from the start of the text.
struct Written {
    Source source;
    Limits limits;
    Diagnostics findings;
    Intake intake;
    std::optional<Table> table;

    explicit Written(std::string_view text)
        : source{"test", std::string(text)}, intake(source, 0, limits, findings), table(std::in_place, intake) {
        BOOST_REQUIRE(intake.check_source());
        bool header = true;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            add_line(begin, end, header);
            header = false;
            begin = end + 1;
        }
    }

    void add_line(std::size_t begin, std::size_t end, bool header) {
        std::vector<Value> cells;
        std::vector<HeaderCell> names;
        while (begin <= end) {
            const std::size_t stop = std::min(source.text.find('|', begin), end);
            const std::string text = source.text.substr(begin, stop - begin);
            names.push_back({text, intake.span(begin, stop)});
            cells.push_back(scalar(text, names.back().span));
            begin = stop + 1;
        }
        header ? static_cast<void>(table->begin(names)) : table->add_row(cells);
    }

    std::string dumped() { return dump(table->finish({})); }
    std::string all_findings() const {
        std::string all;
        for (const Diagnostic& each : findings) all += (all.empty() ? "" : "; ") + Reading::printed(each);
        return all;
    }
};

std::string table(std::string_view text) {
    Written written(text);
    const std::string dumped = written.dumped();
    return written.findings.empty() ? dumped : written.all_findings();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tables)

BOOST_AUTO_TEST_CASE(a_header_names_the_members_of_each_row) {
    BOOST_TEST(table("ten|Số lượng\nGiấy A4|05\nBút|true") ==
               "[{ten: \"Giấy A4\", \"Số lượng\": 05}, {ten: \"Bút\", \"Số lượng\": true}]");
}

BOOST_AUTO_TEST_CASE(a_dot_between_keys_and_an_arrow_between_labels_make_groups) {
    BOOST_TEST(table("chi.nam_nay|Chi > Năm trước|a.b.c\n1|2|3") ==
               "[{chi: {nam_nay: 1, \"Năm trước\": 2}, a: {b: {c: 3}}}]");
    BOOST_TEST(table("Đ.vị tính|TP. HCM|1.2\nram|x|y") == "[{\"Đ.vị tính\": \"ram\", \"TP. HCM\": \"x\", 1.2: \"y\"}]");
}

BOOST_AUTO_TEST_CASE(columns_of_row_numbers_are_dropped) {
    for (const auto name : {"STT", "TT", "Số TT", "Số thứ tự", "stt", " Stt. "}) {
        BOOST_TEST(table(std::string(name) + "|a\n1|x\n2|") == "[{a: \"x\"}]", name);
    }
    BOOST_TEST(table("Số TTr|a\n1|x") == "[{\"Số TTr\": 1, a: \"x\"}]");
}

BOOST_AUTO_TEST_CASE(blank_rows_are_skipped_and_blank_cells_are_null_at_their_place) {
    BOOST_TEST(table("a|b\n1|\n|\n  |  \n|2") == "[{a: 1, b: null}, {a: null, b: 2}]");
    Written written("aa|b\n1|\n");
    const Value value = written.table->finish({});
    const Map& row = *value.get_if<List>()->front().get_if<Map>();
    BOOST_TEST((row[0].key_span == Span{0, 0, 2}));
    BOOST_TEST((row[0].value.span == Span{0, 5, 6}));
    BOOST_TEST(!row[1].key_span.known());
    BOOST_TEST((row[1].value.span == Span{0, 7, 7}));
    BOOST_TEST((value.get_if<List>()->front().span == Span{0, 5, 6}));
}

BOOST_AUTO_TEST_CASE(a_group_of_blank_cells_is_null_as_a_whole) {
    BOOST_TEST(table("a|g > x|g > y\n1||\n2||3") == "[{a: 1, g: null}, {a: 2, g: {x: null, y: 3}}]");
}

BOOST_AUTO_TEST_CASE(a_short_row_ends_in_blanks_and_a_long_one_is_an_error_at_the_cell_too_many) {
    BOOST_TEST(table("a|b|c\n1") == "[{a: 1, b: null, c: null}]");
    BOOST_TEST(table("a|b\n1|2||") == "[{a: 1, b: 2}]");
    BOOST_TEST(table("a|b\n1|2||3|4\n5|6|7") == "table-row-too-long@9; table-row-too-long@17");
}

BOOST_AUTO_TEST_CASE(a_filled_cell_below_no_name_is_an_error) {
    BOOST_TEST(table("a||b\n1||2") == "[{a: 1, b: 2}]");
    BOOST_TEST(table("a||b\n1|x|2") == "table-unnamed-column@7");
}

BOOST_AUTO_TEST_CASE(columns_that_mean_the_same_are_an_error_with_both_places) {
    BOOST_TEST(table("Tên|x|ten\n1|2|3") == "table-duplicate-column@7 first-given-here@0");
    BOOST_TEST(table("g.a|G > A\n1|2") == "table-duplicate-column@4 first-given-here@0");
    BOOST_TEST(table("g|g.a\n1|2") == "table-column-and-group@2 first-given-here@0");
    BOOST_TEST(table("g.a|g\n1|2") == "table-column-and-group@4 first-given-here@0");
}

BOOST_AUTO_TEST_CASE(headers_that_name_nothing_are_errors) {
    BOOST_TEST(table("|\n1|2") == "table-without-columns@0");
    BOOST_TEST(table("STT\n1") == "table-without-columns@0");
    BOOST_TEST(table("a >  > b\n1") == "table-bad-header@0");
    Limits limits;
    limits.depth = 4;
    BOOST_TEST(csv("a.b.c\n1\n", limits).finding() == "too-deep@0");
    BOOST_TEST(csv("a.b\n1\n", limits).dumped() == "[{a: {b: 1}}]");
}

BOOST_AUTO_TEST_CASE(values_are_counted) {
    Limits limits;
    limits.values = 7;
    BOOST_TEST(csv("a,b\n1,2\n3,4\n", limits).dumped() == "[{a: 1, b: 2}, {a: 3, b: 4}]");
    BOOST_TEST(csv("a,b\n1,2\n3,4\n5,6\n7,8\n", limits).finding() == "too-many-values@12");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(forms)

BOOST_AUTO_TEST_CASE(a_table_of_keys_and_values_is_a_map) {
    BOOST_TEST(table("Khóa|Mục|Giá trị|Ghi chú\nso|Số|05|x\nco_quan.ten|Tên|Sở Y tế|\nco_quan.ky_hieu||SYT|") ==
               "{so: 05, co_quan: {ten: \"Sở Y tế\", ky_hieu: \"SYT\"}}");
}

BOOST_AUTO_TEST_CASE(where_there_is_no_key_the_label_counts) {
    BOOST_TEST(table("STT|Mục|Giá trị\n1|Cơ quan > Tên|Sở Y tế\n2|Trích yếu|x: y\n3|Ngày|") ==
               "{\"Cơ quan\": {Tên: \"Sở Y tế\"}, \"Trích yếu\": \"x: y\"}");
    BOOST_TEST(table("Khóa|Mục|Giá trị\ncoquan|A|1\n|B|2") == "{coquan: 1, B: 2}");
    BOOST_TEST(table("Mục|Giá trị\nĐ.vị tính|ram\na.b|2") == "{\"Đ.vị tính\": \"ram\", a: {b: 2}}");
}

BOOST_AUTO_TEST_CASE(labels_and_keys_of_one_group_meet) {
    BOOST_TEST(table("Mục|Giá trị\nCơ quan > Tên|a\nco_quan.ky_hieu|b") ==
               "{\"Cơ quan\": {Tên: \"a\", ky_hieu: \"b\"}}");
}

BOOST_AUTO_TEST_CASE(items_of_lists_have_numbers) {
    BOOST_TEST(table("Khóa|Giá trị\nnoi_nhan[0]|a\nnoi_nhan[1]|b\nky[0].ten|c") ==
               "{noi_nhan: [\"a\", \"b\"], ky: [{ten: \"c\"}]}");
    BOOST_TEST(table("Khóa|Giá trị\na[1]|x") == "bad-path@17 path-beyond-list@17");
}

BOOST_AUTO_TEST_CASE(a_form_says_each_thing_once) {
    BOOST_TEST(table("Khóa|Giá trị\nten|1\nTên|2") == "duplicate-key@23 first-given-here@17");
    BOOST_TEST(table("Khóa|Giá trị\na|1\na.b|2") == "bad-path@21 path-needs-map@19");
    BOOST_TEST(table("Khóa|Giá trị\na.b|1\na|2") == "table-column-and-group@23 first-given-here@17");
}

BOOST_AUTO_TEST_CASE(a_value_without_a_key_is_an_error_and_a_row_without_a_value_is_skipped) {
    BOOST_TEST(table("Khóa|Mục|Giá trị\n||5\na||") == "form-value-without-key@25");
    BOOST_TEST(table("Khóa|Mục|Giá trị\nPhần I||\na||1") == "{a: 1}");
}

BOOST_AUTO_TEST_CASE(a_form_has_a_bounded_number_of_rows) {
    std::string text = "Khóa|Giá trị\n";
    for (std::size_t i = 0; i <= Table::kMostFormRows; ++i) text += "k" + std::to_string(i) + "|1\n";
    Written written(text);
    BOOST_REQUIRE(written.findings.items().size() == 1u);
    BOOST_TEST((written.findings.items()[0].code == Code::form_too_long));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::data
