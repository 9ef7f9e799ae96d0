// Estimates from the built-in templates: ceilings of ISO 9001, units and words, totals that the data claims.
// Source of the ceilings: Thông tư số 116/2015/TT-BTC, Điều 4.
#include <boost/test/unit_test.hpp>

#include "engine.hpp"

namespace vanban {
namespace {

const std::string kHead = "co_quan: {ten: Sở Y tế, ky_hieu: SYT, dia_danh: Huế}\n";

/// What merging `yaml` gives: its text, or its findings in Vietnamese.
struct Merged {
    explicit Merged(const std::string& yaml) {
        Engine engine;
        Sources sources(&engine.sources());
        const auto read = engine.read({{"data.yaml", kHead + yaml, data::Format::Yaml}}, {}, sources, out);
        BOOST_REQUIRE(read);
        const tmpl::Template* found = engine.load(template_name(*read), out);
        BOOST_REQUIRE(found);
        const auto checked = tmpl::check(*found, *read, out);
        const auto document = checked ? tmpl::merge(*found, *checked, World{}, out) : std::nullopt;
        text = document ? model::dump(*document) : "";
    }
    std::string findings() const {
        std::string lines;
        for (const Diagnostic& one : out) lines += word(one.code, one.args, Lang::Vi) + "\n";
        return lines;
    }
    bool has(std::string_view part) const { return text.find(part) != std::string::npos; }
    Diagnostics out;
    std::string text;
};

std::string iso(const std::string& agency, const std::string& kind, const std::string& rest) {
    return Merged("mau: du-toan-iso\nten: Dự toán\nnam: 2027\nnhom_co_quan: " + agency +
                  "\nnoi_dung_chi:\n  - {loai: " + kind + ", " + rest + "}\n")
        .findings();
}
std::string lump(const std::string& amount) {
    return "khoan: [{noi_dung: Chi, thanh_tien: " + amount + "}]";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(estimates)

BOOST_AUTO_TEST_CASE(above_a_ceiling_is_a_warning_with_the_clause_and_at_it_nothing) {
    const std::pair<const char*, const char*> first_by_consultant[] = {
        {"bo", "100000000"}, {"tong-cuc", "80000000"}, {"ubnd-tinh", "60000000"},
        {"so", "45000000"},  {"chi-cuc", "33000000"},  {"xa-don-vi-su-nghiep", "26400000"}};
    for (const auto& [agency, ceiling] : first_by_consultant) {
        BOOST_TEST(iso(agency, "tu_van_lan_dau", lump(ceiling)) == "");
        BOOST_TEST(iso(agency, "tu_van_lan_dau", lump(std::to_string(std::stoll(ceiling) + 1))) != "");
    }
    BOOST_TEST(
        iso("so", "duy_tri_cai_tien", lump("15000001")) ==
        "Duy trì, cải tiến thường xuyên: dự toán 15.000.001 đồng vượt mức chi tối đa 15.000.000 đồng (Thông tư số "
        "116/2015/TT-BTC, Điều 4)\n");
    BOOST_TEST(iso("so", "khac", lump("900000000")) == "");
}

BOOST_AUTO_TEST_CASE(ceilings_of_procedures_and_models_count_each_one) {
    BOOST_TEST(iso("so", "quy_trinh", "so_luong: 3, " + lump("6000000")) == "");
    BOOST_TEST(iso("so", "quy_trinh", "so_luong: 2, " + lump("6000000")) != "");
    BOOST_TEST(iso("bo", "quy_trinh", lump("2500000")) == "");
    BOOST_TEST(iso("so", "mo_hinh_khung", "so_luong: 2, " + lump("24000001")) != "");
}

BOOST_AUTO_TEST_CASE(ceilings_are_held_against_the_unit_of_the_table) {
    BOOST_TEST(Merged("mau: du-toan-iso\nten: Dự toán\nnam: 2027\nnhom_co_quan: so\ndon_vi: triệu đồng\nnoi_dung_chi:\n"
                      "  - {loai: duy_tri_cai_tien, khoan: [{noi_dung: Chi, so_luong: 3, don_gia: 5.001}]}\n")
                   .out.warning_count() == 1);
}

BOOST_AUTO_TEST_CASE(words_are_in_dong_whatever_the_unit) {
    const auto text = [](const std::string& unit, const std::string& item) {
        return Merged("mau: du-toan\nten: Dự toán\ndu_toan: {don_vi: " + unit + ", khoan: [" + item + "]}\n");
    };
    BOOST_TEST(text("đồng", "{noi_dung: A, so_luong: 2.5, don_gia: 3}").has("(Bằng chữ: Tám đồng)"));
    BOOST_TEST(text("nghìn đồng", "{noi_dung: A, so_luong: 3, don_gia: 7}").has("(Bằng chữ: Hai mươi mốt nghìn đồng)"));
    const Merged millions = text("triệu đồng", "{noi_dung: A, so_luong: 12, don_gia: 0.15}");
    BOOST_TEST(millions.has("\"1,800\" = 1.8"));
    BOOST_TEST(millions.has("(Bằng chữ: Một triệu tám trăm nghìn đồng)"));
}

BOOST_AUTO_TEST_CASE(a_summary_holds_the_total_of_a_unit_against_its_items) {
    const auto of = [](const std::string& unit) {
        return Merged("mau: tong-hop-du-toan\nten: Tổng hợp\ndon_vi:\n  - {ten: A, " + unit + "}\n");
    };
    const std::string items = "khoan: [{noi_dung: x, so_luong: 2.5, don_gia: 3}, {noi_dung: y, thanh_tien: 4}]";
    BOOST_TEST(of(items).has("\"12\", \"100,0%\" = 1"));
    BOOST_TEST(of("so_tien: 12, " + items).out.empty());
    BOOST_TEST(of("so_tien: 13, " + items).findings() ==
               "đơn vị “A” ghi dự toán 13 nhưng các khoản chi cộng lại được 12\n");
    BOOST_TEST(of("ghi_chu: x").out.error_count() == 1);
}

BOOST_AUTO_TEST_CASE(every_kind_may_carry_an_estimate_as_an_appendix) {
    const Merged letter(
        "mau: cong-van\nso: 5\ntrich_yeu: lập dự toán\ndon_vi_soan: VP\nkinh_gui: Sở Tài chính\nnoi_dung: Gửi\n"
        "nguoi_ky: {chuc_vu: Giám đốc, ho_ten: Lê An}\nnoi_nhan: [Như trên]\n"
        "du_toan: {khoan: [{noi_dung: A, so_luong: 2, don_gia: 3}]}\n");
    BOOST_TEST(letter.findings() == "");
    BOOST_TEST(letter.has("dau-phu-luc tieu-de=\"Dự toán kinh phí\" loai=\"cong-van\" so-ky-hieu=5 \"SYT-VP\""));
    BOOST_TEST(letter.has("\"6\" = 6"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban
