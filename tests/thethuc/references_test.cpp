// References inside the text to its own Điều, khoản, điểm.
#include "thethuc/references.hpp"

#include "thethuc/fixture.hpp"

namespace vanban::thethuc {
namespace {

using model::CapBac;

model::Block de_muc(CapBac cap, std::string value) {
    return block(model::DeMuc{cap, false, text(std::move(value))});
}

/// Điều 1, Điều 2 with khoản 1 and 2, the second with điểm a and b; then `words`.
Diagnostics findings(std::string words) {
    model::Document document = plan({de_muc(CapBac::Dieu, "Một."), de_muc(CapBac::Dieu, "Hai:"),
                                     de_muc(CapBac::Khoan, "k"), de_muc(CapBac::Khoan, "k"), de_muc(CapBac::Diem, "a"),
                                     de_muc(CapBac::Diem, "b"), de_muc(CapBac::Dieu, std::move(words))});
    return run_apply(document).out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(references_suite)

BOOST_AUTO_TEST_CASE(references_to_what_is_there_are_fine) {
    for (const char* words : {"Thực hiện điểm b khoản 2 Điều 2 Kế hoạch này.", "Theo khoản 1 Điều 2 của Luật A.",
                              "Theo điểm a khoản 9 Điều 40 Nghị định số 30/2020/NĐ-CP.", "Theo Điều 3 Kế hoạch này."})
        BOOST_TEST_CONTEXT(words) BOOST_TEST(findings(words).empty());
}

BOOST_AUTO_TEST_CASE(references_that_lead_nowhere_are_reported) {
    for (const char* words : {"Theo Điều 4 Kế hoạch này.", "Theo khoản 3 Điều 2 Kế hoạch này.",
                              "Theo điểm c khoản 2 Điều 2 Kế hoạch này.", "Theo khoản 1 Điều này."})
        BOOST_TEST_CONTEXT(words) BOOST_TEST(has_code(findings(words), Code::dangling_reference));
}

BOOST_AUTO_TEST_CASE(references_to_muc_of_model_b_are_followed) {
    const auto findings_of = [](std::string words) {
        return run_apply(plan({de_muc(CapBac::MucLaMa, "Một"), de_muc(CapBac::Khoan, "k"),
                               de_muc(CapBac::MucLaMa, "Hai"), de_muc(CapBac::Khoan, "k"), de_muc(CapBac::Khoan, "k"),
                               block(model::Doan{text(std::move(words))})}))
            .out;
    };
    for (const char* words : {"Theo khoản 2 Mục II Kế hoạch này.", "Theo Mục I Kế hoạch này.",
                              "Theo khoản 9 Mục IV Nghị quyết số 30/NQ-CP.", "Theo Mục IV của đề án."})
        BOOST_TEST_CONTEXT(words) BOOST_TEST(findings_of(words).empty());
    for (const char* words : {"Theo khoản 2 Mục I Kế hoạch này.", "Theo Mục III Kế hoạch này."})
        BOOST_TEST_CONTEXT(words) BOOST_TEST(has_code(findings_of(words), Code::dangling_reference));
}

BOOST_AUTO_TEST_CASE(an_article_takes_a_capital_and_a_clause_none) {
    BOOST_TEST(has_code(findings("Theo khoản 1 điều 2 Luật A."), Code::reference_case));
    BOOST_TEST(has_code(findings("Theo Khoản 1 Điều 2 Luật A."), Code::reference_case));
    BOOST_TEST(findings("Khoản 1 Điều 2 Luật A áp dụng.").empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
