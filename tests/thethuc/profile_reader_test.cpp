// The shipped profile against the decree's master table, and profiles that are broken.
#include "thethuc/fixture.hpp"

namespace vanban::thethuc {
namespace {

enum class Weight : std::uint8_t { Regular, Bold, Italic, BoldItalic };

/// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V: sizes in points and styles, typed in from the decree.
struct MasterRow {
    Component component;
    double from, to;
    Weight weight;
    styled::Jc jc;
    bool upper_case;
};
const MasterRow kMaster[] = {
    {Component::QuocHieu, 12, 13, Weight::Bold, styled::Jc::Center, false},
    {Component::TieuNgu, 13, 14, Weight::Bold, styled::Jc::Center, false},
    {Component::ChuQuan, 12, 13, Weight::Regular, styled::Jc::Center, true},
    {Component::BanHanh, 12, 13, Weight::Bold, styled::Jc::Center, true},
    {Component::SoKyHieu, 13, 13, Weight::Regular, styled::Jc::Center, false},
    {Component::DiaDanh, 13, 14, Weight::Italic, styled::Jc::Center, false},
    {Component::TenLoai, 13, 14, Weight::Bold, styled::Jc::Center, true},
    {Component::TrichYeu, 13, 14, Weight::Bold, styled::Jc::Center, false},
    {Component::VeViec, 12, 13, Weight::Regular, styled::Jc::Center, false},
    {Component::CanCu, 13, 14, Weight::Italic, styled::Jc::Both, false},
    {Component::LoiVan, 13, 14, Weight::Regular, styled::Jc::Both, false},
    {Component::NhanPhan, 13, 14, Weight::Bold, styled::Jc::Center, false},
    {Component::TieuDePhan, 13, 14, Weight::Bold, styled::Jc::Center, true},
    {Component::TieuDeMuc, 13, 14, Weight::Bold, styled::Jc::Center, true},
    {Component::DieuTieuDe, 13, 14, Weight::Bold, styled::Jc::Both, false},
    {Component::MucLaMa, 13, 14, Weight::Bold, styled::Jc::Both, true},
    {Component::KhoanTieuDe, 13, 14, Weight::Bold, styled::Jc::Both, false},
    {Component::Khoan, 13, 14, Weight::Regular, styled::Jc::Both, false},
    {Component::Diem, 13, 14, Weight::Regular, styled::Jc::Both, false},
    {Component::QuyenHan, 13, 14, Weight::Bold, styled::Jc::Center, true},
    {Component::ChucVu, 13, 14, Weight::Bold, styled::Jc::Center, true},
    {Component::HoTen, 13, 14, Weight::Bold, styled::Jc::Center, false},
    {Component::KinhGui, 13, 14, Weight::Regular, styled::Jc::Left, false},
    {Component::NoiNhan, 12, 12, Weight::BoldItalic, styled::Jc::Left, false},
    {Component::NoiNhanNoi, 11, 11, Weight::Regular, styled::Jc::Left, false},
    {Component::PhuLuc, 14, 14, Weight::Bold, styled::Jc::Center, false},
    {Component::TieuDePhuLuc, 13, 14, Weight::Bold, styled::Jc::Center, true},
    {Component::KemTheo, 13, 14, Weight::Italic, styled::Jc::Center, false},
    {Component::SoTrang, 13, 14, Weight::Regular, styled::Jc::Center, false},
};

std::optional<Profile> read_text(std::string text, Diagnostics& out) {
    Sources sources;
    const SourceId id = sources.add({"p.xml", std::move(text)});
    return read_profile(*sources.get(id), id, Limits{}, out);
}

std::string shipped_with(const std::string& what, const std::string& instead) {
    std::string text = shipped_profile_text();
    const std::size_t at = text.find(what);
    BOOST_REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), instead);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(profile_reader)

BOOST_AUTO_TEST_CASE(every_component_is_within_the_master_table_in_both_size_sets) {
    for (const MasterRow& row : kMaster) {
        const StyleRule& rule = shipped_profile().rule(row.component);
        BOOST_TEST_CONTEXT(rule.style.id) {
            for (const HalfPoint size : rule.sizes) {
                BOOST_TEST(size.count >= row.from * 2);
                BOOST_TEST(size.count <= row.to * 2);
            }
            BOOST_TEST(rule.style.look.bold == (row.weight == Weight::Bold || row.weight == Weight::BoldItalic));
            BOOST_TEST(rule.style.look.italic == (row.weight == Weight::Italic || row.weight == Weight::BoldItalic));
            BOOST_TEST((rule.style.jc == row.jc));
            BOOST_TEST(rule.upper_case == row.upper_case);
            BOOST_TEST(!rule.can_cu.empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(page_and_margins_are_those_of_the_decree) {
    const styled::PageSetup& page = shipped_profile().page;
    BOOST_TEST((page.width == mm(210) && page.height == mm(297)));
    BOOST_TEST((page.top >= mm(20) && page.top <= mm(25)));
    BOOST_TEST((page.bottom >= mm(20) && page.bottom <= mm(25)));
    BOOST_TEST((page.left >= mm(30) && page.left <= mm(35)));
    BOOST_TEST((page.right >= mm(15) && page.right <= mm(20)));
}

BOOST_AUTO_TEST_CASE(body_paragraphs_are_indented_spaced_and_led_within_the_decree) {
    for (const Component component : {Component::LoiVan, Component::CanCu, Component::Khoan, Component::Diem}) {
        const styled::ParagraphStyle& style = shipped_profile().rule(component).style;
        BOOST_TEST((style.first_line == mm(10) || style.first_line == mm(12.7)));
        BOOST_TEST((style.before + style.after >= pt(6)));
        BOOST_TEST((style.line.rule == styled::LineRule::Auto && style.line.value >= 240 && style.line.value <= 360));
    }
}

BOOST_AUTO_TEST_CASE(there_are_the_29_types_of_phu_luc_iii_with_their_abbreviations) {
    BOOST_TEST(shipped_profile().loai.size() == 29u);
    BOOST_TEST(shipped_profile().find_loai("quy-che")->viet_tat == "QC");
    BOOST_TEST(shipped_profile().find_loai("quy-dinh")->viet_tat == "QyĐ");
    BOOST_TEST(shipped_profile().find_loai("chuong-trinh")->viet_tat == "CTr");
    BOOST_TEST(shipped_profile().find_loai("to-trinh")->viet_tat == "TTr");
    BOOST_TEST(shipped_profile().find_loai("cong-van")->viet_tat == "");
    BOOST_TEST(shipped_profile().find_loai("ke-hoach-x") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_missing_component_is_reported) {
    Diagnostics out;
    BOOST_TEST(!read_text(shipped_with("ma=\"TrichYeu\"", "ma=\"TrichYeuKhac\""), out));
    BOOST_TEST(out.error_count() == 2u);  // the unknown one and the missing one
    BOOST_TEST((out.items()[0].code == Code::profile_malformed));
}

BOOST_AUTO_TEST_CASE(a_size_outside_its_own_range_is_reported) {
    Diagnostics out;
    BOOST_TEST(!read_text(shipped_with("co=\"13pt 12pt\" co-tu=\"12pt\"", "co=\"16pt 12pt\" co-tu=\"12pt\""), out));
    BOOST_TEST(has_code(out, Code::profile_malformed));
}

BOOST_AUTO_TEST_CASE(a_length_without_unit_is_reported) {
    Diagnostics out;
    BOOST_TEST(!read_text(shipped_with("rong=\"210mm\"", "rong=\"210\""), out));
    BOOST_TEST(has_code(out, Code::profile_malformed));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
