// A task in the text and in a table: the table must not plan it later than the text wants it.
#include "thethuc/deadlines.hpp"

#include "thethuc/text_fixture.hpp"

namespace vanban::thethuc {
namespace {

/// A paragraph, and a table of one task.
Diagnostics check_plan(std::string paragraph, std::string task, std::string when) {
    model::Bang bang;
    bang.cot = {{.tieu_de = text("Nội dung"), .kieu = model::KieuCot::Chu, .rong = {}},
                {.tieu_de = text("Thời gian"), .kieu = model::KieuCot::Giua, .rong = {}}};
    model::Hang hang;
    hang.o = {{.doan = {text(std::move(task))}}, {.doan = {text(std::move(when))}}};
    bang.hang = {hang};
    return check_document(document_of({block(model::Doan{text(std::move(paragraph))}), block(bang)}));
}

constexpr const char* kText = "Các phòng hoàn thành đánh giá nội bộ trước ngày 15 tháng 8 năm 2023.";

}  // namespace

BOOST_AUTO_TEST_SUITE(deadlines)

BOOST_AUTO_TEST_CASE(a_table_that_plans_after_the_limit_is_reported) {
    for (const char* when : {"Tháng 9/2023", "Tháng 9 - 11/2023", "16/8/2023", "Trước ngày 30/8/2023"}) {
        const Diagnostics out = check_plan(kText, "Tiến hành đánh giá nội bộ", when);
        BOOST_TEST_CONTEXT(when) {
            BOOST_REQUIRE_EQUAL(out.items().size(), 1u);
            BOOST_TEST((out.items()[0].code == Code::deadline_conflict));
            BOOST_TEST(out.items()[0].args.at(1) == "15/8/2023");
        }
    }
}

BOOST_AUTO_TEST_CASE(a_table_that_keeps_the_limit_is_right) {
    for (const char* when : {"Tháng 7/2023", "Tháng 8/2023", "15/8/2023", "Quý II", "Tháng 9", "Hằng tháng"})
        BOOST_TEST(check_plan(kText, "Tiến hành đánh giá nội bộ", when).empty());
}

BOOST_AUTO_TEST_CASE(another_task_has_its_own_deadline) {
    BOOST_TEST(check_plan(kText, "Họp xem xét của lãnh đạo", "Tháng 9/2023").empty());
    BOOST_TEST(check_plan("Đánh giá nội bộ mỗi năm một lần. Gửi báo cáo trước ngày 15 tháng 8 năm 2023.",
                          "Đánh giá nội bộ", "Tháng 9/2023")
                   .empty());
}

BOOST_AUTO_TEST_CASE(a_whole_cell_that_the_sentence_repeats_is_the_same_task) {
    BOOST_TEST(check_plan("Việc cập nhật sổ tay chất lượng xong trước ngày 01/7/2023.", "Cập nhật sổ tay chất lượng",
                          "Tháng 8/2023")
                   .items()
                   .size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_tasks_of_a_year_keep_their_order) {
    const auto codes = [](const std::vector<std::pair<std::string, std::string>>& rows) {
        model::Bang bang;
        bang.cot = {{.tieu_de = text("Nội dung"), .kieu = model::KieuCot::Chu, .rong = {}},
                    {.tieu_de = text("Tiến độ"), .kieu = model::KieuCot::Giua, .rong = {}}};
        for (const auto& [task, when] : rows) {
            bang.hang.emplace_back();
            bang.hang.back().o = {{.doan = {text(task)}}, {.doan = {text(when)}}};
        }
        std::vector<std::string> found;
        for (const Diagnostic& finding : check_document(document_of({block(bang)})))
            found.emplace_back(name(finding.code));
        return found;
    };
    const std::vector<std::string> order = {"task-order"};
    BOOST_TEST((codes({{"Đánh giá nội bộ", "Tháng 10/2026"}, {"Họp xem xét của lãnh đạo", "Tháng 9/2026"}}) == order));
    BOOST_TEST(codes({{"Đánh giá nội bộ", "Tháng 9/2026"}, {"Họp xem xét của lãnh đạo", "Tháng 9/2026"}}).empty());
    // Twice a year: which belongs to which is not known.
    BOOST_TEST(codes({{"Đánh giá nội bộ lần 1", "Tháng 5/2026"},
                      {"Đánh giá nội bộ lần 2", "Tháng 10/2026"},
                      {"Họp xem xét của lãnh đạo", "Tháng 6/2026"}})
                   .empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
