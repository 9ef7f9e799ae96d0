// Signatures side by side, and with pictures of hand and seal.
#include "thethuc/fixture.hpp"

namespace vanban::thethuc {
namespace {

model::NguoiKy signer(std::string title, std::string name) {
    model::NguoiKy result;
    result.chuc_vu = std::move(title);
    result.ho_ten = std::move(name);
    return result;
}

/// A picture of `pixels` x `pixels`/2 that says to be `width` wide on paper.
model::Anh picture(std::optional<Twip> width, bool alpha = true) {
    auto png = std::make_shared<Png>();
    png->bytes = "a";
    png->width = 400;
    png->height = 200;
    png->alpha = alpha;
    png->physical_width = width;
    model::Anh result;
    result.tep = "chu-ky.png";
    result.png = std::move(png);
    return result;
}

std::vector<styled::Picture> pictures(const styled::Cell& cell) {
    std::vector<styled::Picture> result;
    for (const styled::Paragraph& paragraph : cell.paragraphs)
        for (const styled::Run& run : paragraph.runs)
            if (const auto* found = std::get_if<Boxed<styled::Picture>>(&run)) result.push_back(**found);
    return result;
}

std::vector<styled::Block> side_by_side(std::vector<model::NguoiKy> signers, Diagnostics& out) {
    Builder builder(shipped_profile(), font::times_new_roman(), SizeSet::P14, out);
    std::vector<styled::Block> blocks;
    append_signatures(builder, signers, blocks);
    return blocks;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(signatures_suite)

BOOST_AUTO_TEST_CASE(signers_stand_side_by_side_in_equal_columns_three_to_a_row) {
    Diagnostics out;
    const auto three =
        side_by_side({signer("Thư ký", "Lê An"), signer("Thành viên", "Lê Bình"), signer("Chủ tọa", "Lê Chi")}, out);
    BOOST_REQUIRE(three.size() == 1u);
    const auto& table = std::get<styled::Table>(three[0]);
    BOOST_TEST(table.grid.size() == 3u);
    BOOST_TEST((table.grid[0] == mm(165) / 3));
    const auto four =
        side_by_side({signer("A", "Lê An"), signer("B", "Lê Bình"), signer("C", "Lê Chi"), signer("D", "Lê Du")}, out);
    BOOST_REQUIRE(four.size() == 3u);
    BOOST_TEST(std::get<styled::Table>(four[0]).grid.size() == 2u);
    BOOST_TEST(std::get<styled::Paragraph>(four[1]).keep_next);  // All on one page.
    BOOST_TEST(out.empty());
}

BOOST_AUTO_TEST_CASE(names_stand_on_one_line_whatever_stands_above_them) {
    Diagnostics out;
    model::NguoiKy deputy = signer("Phó Giám đốc", "Trần Thị Bình");
    deputy.quyen_han = {model::QuyenHan::KT};
    deputy.chuc_vu_cap_truong = "Giám đốc";
    const auto blocks = side_by_side({signer("Thư ký", "Lê Văn An"), deputy}, out);
    const styled::Row& row = std::get<styled::Table>(blocks[0]).rows[0];
    const Twip line = font::times_new_roman().line_height(font_pt(14), {true, false});
    BOOST_TEST((row.cells[0].paragraphs.back().extra_before == line));
    BOOST_TEST((row.cells[1].paragraphs.back().extra_before == Twip{}));
}

BOOST_AUTO_TEST_CASE(place_and_date_of_one_signer_stand_above_so_that_all_titles_stand_on_one_line) {
    Diagnostics out;
    model::NguoiKy head = signer("Giám đốc", "Lê Chi");
    head.thoi_gian = model::DiaDanhThoiGian{"Huế", {2026, 7, 15}};
    const auto of = [&](std::vector<model::NguoiKy> signers) {
        return std::get<styled::Table>(side_by_side(std::move(signers), out)[0]);
    };
    const styled::Table three = of({signer("A", "Lê An"), signer("B", "Lê Bình"), head});
    BOOST_REQUIRE(three.rows.size() == 2);
    BOOST_REQUIRE(three.rows[0].cells.size() == 2);
    BOOST_TEST(text_of(three.rows[0].cells[0].paragraphs[0]) == "");
    BOOST_TEST(text_of(three.rows[0].cells[1].paragraphs[0]) == "Huế, ngày 15 tháng 7 năm 2026");
    BOOST_TEST(three.rows[0].cells[1].grid_span == 2);
    BOOST_TEST(three.rows[0].cells[1].paragraphs[0].keep_next);
    BOOST_TEST(text_of(three.rows[1].cells[2].paragraphs[0]) == "GIÁM ĐỐC");
    const styled::Table two = of({signer("A", "Lê An"), head});
    BOOST_TEST(two.rows[0].cells.size() == 2);
    BOOST_TEST(two.rows[0].cells[1].grid_span == 1);
    const styled::Table first = of({head, signer("A", "Lê An"), signer("B", "Lê Bình")});
    BOOST_TEST(text_of(first.rows[0].cells[0].paragraphs[0]) == "Huế, ngày 15 tháng 7 năm 2026");
    BOOST_TEST(first.rows[0].cells[1].grid_span == 2);
    const styled::Table both = of({head, head});
    BOOST_TEST(both.rows.size() == 1);
    BOOST_TEST(out.empty());
}

BOOST_AUTO_TEST_CASE(side_by_side_a_name_may_be_left_to_be_written) {
    Diagnostics out;
    model::NguoiKy blank = signer("Đại diện đơn vị", "");
    blank.ghi_chu = "(Ký, ghi rõ họ tên)";
    blank.ben = "Bên được đánh giá";
    const auto blocks = side_by_side({blank}, out);
    const styled::Cell& cell = std::get<styled::Table>(blocks[0]).rows[0].cells[1];
    BOOST_REQUIRE(cell.paragraphs.size() == 4u);
    BOOST_TEST(text_of(cell.paragraphs[0]) == "Bên được đánh giá");
    BOOST_TEST(text_of(cell.paragraphs[1]) == "ĐẠI DIỆN ĐƠN VỊ");
    BOOST_TEST(text_of(cell.paragraphs[2]) == "(Ký, ghi rõ họ tên)");
    BOOST_TEST(text_of(cell.paragraphs[3]).empty());
    BOOST_TEST(out.empty());
}

BOOST_AUTO_TEST_CASE(each_signature_has_a_named_place) {
    Diagnostics out;
    const auto blocks = side_by_side({signer("A", "A"), signer("B", "B")}, out);
    std::vector<std::string> names;
    for (const styled::Cell& cell : std::get<styled::Table>(blocks[0]).rows[0].cells)
        for (const styled::Paragraph& paragraph : cell.paragraphs)
            for (const styled::Run& run : paragraph.runs)
                if (const auto* mark = std::get_if<styled::Bookmark>(&run)) names.push_back(mark->name);
    BOOST_TEST((names == std::vector<std::string>{"chu_ky_1", "chu_ky_2"}));
}

BOOST_AUTO_TEST_CASE(the_seal_covers_a_third_of_the_signature_at_its_left) {
    Diagnostics out;
    model::NguoiKy person = signer("Giám đốc", "Lê Văn An");
    person.chu_ky = picture(mm(40));
    person.con_dau = picture(std::nullopt);
    person.con_dau->rong = mm(36);
    const auto blocks = side_by_side({person}, out);
    const auto& table = std::get<styled::Table>(blocks[0]);
    const styled::Cell& cell = table.rows[0].cells[1];  // One signer signs in the right half.
    const auto found = pictures(cell);
    BOOST_REQUIRE(found.size() == 2u);
    const styled::Picture& sign = found[0];
    const styled::Picture& seal = found[1];
    BOOST_TEST((sign.width == to_emu(mm(40)) && sign.height == to_emu(mm(20))));
    BOOST_TEST((seal.width == to_emu(mm(36))));
    BOOST_TEST(std::abs(seal.height.count - to_emu(mm(18)).count) <= 635);
    BOOST_TEST((sign.behind && !seal.behind));
    // Centred in the column; the seal ends a third into the signature.
    BOOST_TEST(std::abs(2 * sign.x.count + sign.width.count - to_emu(table.grid[1]).count) <= 2 * 635);
    BOOST_TEST(std::abs(seal.x.count + seal.width.count - (sign.x.count + sign.width.count / 3)) <= 40 * 635);
    // Centred in the 70 points between title and name, one line of 14 points below the top of the title.
    const Twip line = font::times_new_roman().line_height(font_pt(14), {true, false});
    BOOST_TEST((sign.y == to_emu(line + pt(35) - mm(20) / 2)));
    BOOST_TEST(out.empty());
}

BOOST_AUTO_TEST_CASE(a_high_signature_gets_the_room_it_needs) {
    Diagnostics out;
    model::NguoiKy person = signer("Giám đốc", "Lê Văn An");
    person.chu_ky = picture(mm(58));
    const auto blocks = side_by_side({person}, out);
    const auto& name = std::get<styled::Table>(blocks[0]).rows[0].cells[1].paragraphs.back();
    BOOST_TEST((name.extra_before == mm(29) - pt(70)));
}

BOOST_AUTO_TEST_CASE(a_picture_of_unknown_or_absurd_size_is_an_error_and_an_opaque_one_a_warning) {
    Diagnostics out;
    model::NguoiKy person = signer("Giám đốc", "Lê Văn An");
    person.con_dau = picture(std::nullopt);
    side_by_side({person}, out);
    BOOST_TEST(has_code(out, Code::unknown_picture_size));
    person.con_dau = picture(mm(300));
    side_by_side({person}, out);
    BOOST_TEST(has_code(out, Code::picture_over_limit));
    person.con_dau = picture(mm(36), false);
    side_by_side({person}, out);
    BOOST_TEST(has_code(out, Code::picture_not_transparent));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
