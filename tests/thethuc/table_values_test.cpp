// Tests of what a table keeps for spreadsheets: rows as printed, formulas, sums.
#include "thethuc/table_values.hpp"

#include <boost/test/unit_test.hpp>

using namespace vanban;
using thethuc::table_values;

namespace {

using Kind = styled::FormulaStep::Kind;
using model::LoaiHang;

model::O number(std::int64_t value, bool computed = false) {
    model::O o;
    o.doan = {{{.text = std::to_string(value)}}};
    o.so = Decimal(value);
    o.tinh = computed;
    return o;
}

model::Hang row(LoaiHang loai, std::vector<std::uint32_t> sums, std::int64_t value) {
    model::Hang hang;
    hang.loai = loai;
    hang.cong = loai != LoaiHang::Thuong;
    hang.cong_hang = std::move(sums);
    hang.o = {model::O{}, number(value, hang.cong)};
    return hang;
}

/// Two groups of two and one item and a total; the first group is of rows 1 and 2.
model::Bang sums() {
    model::Bang bang;
    bang.ten = "b";
    bang.cot.resize(2);
    bang.cot[1].ten = "tien";
    bang.cot[1].kieu = model::KieuCot::So;
    bang.cot[1].tong = true;
    bang.hang = {row(LoaiHang::Nhom, {1, 2}, 3), row(LoaiHang::Thuong, {}, 1), row(LoaiHang::Thuong, {}, 2),
                 row(LoaiHang::Nhom, {4}, 5),    row(LoaiHang::Thuong, {}, 5), row(LoaiHang::Tong, {3}, 5),
                 row(LoaiHang::Tong, {0, 3}, 8)};
    return bang;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(table_values_of_a_model)

BOOST_AUTO_TEST_CASE(a_table_of_text_has_no_values) {
    model::Bang bang;
    bang.cot.resize(1);
    bang.hang.resize(1);
    bang.hang[0].o.resize(1);
    BOOST_TEST(!table_values(bang, 1));
}

BOOST_AUTO_TEST_CASE(numbers_and_dates_stand_in_rows_that_count_the_headings) {
    model::Bang bang;
    bang.cot.resize(2);
    bang.cot[0].kieu = model::KieuCot::So;
    bang.cot[0].so_le = 1;
    bang.cot[0].phan_tram = true;
    bang.hang.resize(1);
    bang.hang[0].o = {number(7), model::O{}};
    bang.hang[0].o[1].ngay = Date{2026, 7, 15};
    const auto values = table_values(bang, 2);
    BOOST_REQUIRE(values);
    BOOST_REQUIRE(values->values.size() == 2);
    BOOST_TEST((values->values[0] == styled::TableValues::Value{.row = 2, .column = 0, .value = Decimal(7)}));
    BOOST_TEST((values->values[1] == styled::TableValues::Value{.row = 2, .column = 1, .value = Date{2026, 7, 15}}));
    BOOST_TEST(values->columns[0].number);
    BOOST_TEST(values->columns[0].percent);
    BOOST_TEST((values->columns[0].decimals == std::optional(1)));
    BOOST_TEST(!values->columns[1].number);
}

BOOST_AUTO_TEST_CASE(sums_name_ranges_of_rows_and_the_grand_total_is_the_one_of_all_outermost_rows) {
    const auto values = table_values(sums(), 1);
    BOOST_REQUIRE(values);
    using Sum = styled::TableValues::Sum;
    BOOST_REQUIRE(values->sums.size() == 4);
    BOOST_TEST((values->sums[0] == Sum{.row = 1, .of = {{2, 3}}}));
    BOOST_TEST((values->sums[1] == Sum{.row = 4, .of = {{5, 5}}}));
    BOOST_TEST((values->sums[2] == Sum{.row = 6, .of = {{4, 4}}}));
    BOOST_TEST((values->sums[3] == Sum{.row = 7, .of = {{1, 1}, {4, 4}}, .total = true}));
    BOOST_TEST(values->columns[1].summed);
    BOOST_TEST(values->values[0].computed);
    BOOST_TEST(!values->values[1].computed);
}

BOOST_AUTO_TEST_CASE(formulas_keep_their_order) {
    using Phep = model::BuocTinh::Phep;
    model::Bang bang = sums();
    bang.cot.resize(3);
    for (model::Hang& hang : bang.hang) hang.o.push_back(number(1, true));
    bang.cot[2].cong_thuc = model::CongThuc{{.phep = Phep::Cot, .cot = 1}, {.phep = Phep::TongCot, .cot = 1},
                                            {.phep = Phep::Chia},          {.phep = Phep::So, .so = Decimal(2)},
                                            {.phep = Phep::Nhan},          {.phep = Phep::Doi}};
    const auto values = table_values(bang, 0);
    BOOST_REQUIRE(values);
    std::vector<Kind> kinds;
    for (const styled::FormulaStep& step : values->columns[2].formula) kinds.push_back(step.kind);
    BOOST_TEST((kinds == std::vector{Kind::Column, Kind::ColumnTotal, Kind::Divide, Kind::Constant, Kind::Multiply,
                                     Kind::Negate}));
    BOOST_TEST(values->columns[2].formula[1].column == 1);
    BOOST_TEST((values->columns[2].formula[3].constant == Decimal(2)));
}

BOOST_AUTO_TEST_SUITE_END()
