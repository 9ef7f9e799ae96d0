// The empty data file: what is live, what is commented out, what is filled in.
#include "form/form.hpp"

#include <boost/test/unit_test.hpp>

#include "form/fixture.hpp"

namespace vanban::form {
namespace {

using test::Compiled;

/// The lines that are no prose, with those that are commented out.
std::string data_lines(const std::string& form) {
    std::string result;
    for (std::size_t at = 0; at < form.size();) {
        const std::size_t end = form.find('\n', at);
        const std::string line = form.substr(at, end - at);
        at = end + 1;
        const std::size_t first = line.find_first_not_of(' ');
        const bool prose = first != line.npos && line[first] == '#' &&
                           (line.size() == first + 1 ||
                            (line[first + 1] == ' ' && line.find_first_not_of(' ', first + 1) == first + 2));
        const std::size_t inner = line.find_first_not_of(" #");
        const bool inner_prose = inner != line.npos && inner >= 2 && line.compare(inner - 2, 2, "# ") == 0;
        if (!line.empty() && !prose && !inner_prose) result += line + "\n";
    }
    return result;
}

std::string lines_of(const std::string& fields) {
    const Compiled compiled(fields);
    return data_lines(yaml_form(compiled.get(), {}));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(yaml_forms)

BOOST_AUTO_TEST_CASE(required_fields_are_blank_and_others_commented_out_with_their_example) {
    BOOST_TEST(lines_of(R"(<truong ten="a" kieu="chu" bat-buoc="co" nhan="A" vi-du="x"/>
                           <truong ten="b" kieu="so" nhan="B" vi-du="12"/>
                           <truong ten="c" kieu="chu" bat-buoc="co" mac-dinh="Căn cứ" nhan="C"/>
                           <truong ten="d" kieu="lua-chon" gia-tri="doc|ngang" nhan="D"/>
                           <truong ten="e" kieu="noi-dung" bat-buoc="co" nhan="E"/>)") ==
               "mau: thu\na:\n#b: 12\n#c: Căn cứ\n#d: doc\ne: |\n");
}

BOOST_AUTO_TEST_CASE(lists_show_one_item) {
    BOOST_TEST(
        lines_of(
            R"(<truong ten="noi_nhan" kieu="danh-sach" bat-buoc="co" vi-du="[Các phòng, 'Lưu: VT']"><truong ten="noi" kieu="chu"/></truong>
                           <truong ten="ds" kieu="danh-sach" bat-buoc="co"><truong ten="h" kieu="nhom">
                             <truong ten="ten" kieu="chu" bat-buoc="co"/><truong ten="so" kieu="so" vi-du="1"/></truong></truong>
                           <truong ten="y" kieu="danh-sach" vi-du="một ý"><truong ten="y" kieu="chu"/></truong>)") ==
        "mau: thu\nnoi_nhan:\n  #- Các phòng\n  #- 'Lưu: VT'\nds:\n  -\n    ten:\n    #so: 1\n#y: [một ý]\n");
}

BOOST_AUTO_TEST_CASE(the_same_list_is_written_out_once) {
    const std::string lines = lines_of(test::kEstimate);
    BOOST_TEST(lines ==
               "mau: thu\n#du_toan:\n#  phan:\n#    -\n#      ten:\n#      muc:\n#        -\n#          ten:\n"
               "#          khoan:\n#            -\n#              noi_dung:\n#              so_luong:\n"
               "#  muc:\n#  khoan:\n");
}

BOOST_AUTO_TEST_CASE(known_values_are_filled_in_by_key_or_label) {
    Compiled compiled(R"(<truong ten="co_quan" kieu="nhom" bat-buoc="co" nhan="Cơ quan">
                           <truong ten="ten" kieu="chu" bat-buoc="co" nhan="Tên"/>
                           <truong ten="dia_danh" kieu="chu" bat-buoc="co"/></truong>
                         <truong ten="so" kieu="so-nguyen"/>
                         <truong ten="noi_dung" kieu="noi-dung"/>)");
    const data::Value known = compiled.data("Cơ quan: {Tên: 'Sở: Y tế'}\nso: 05\nnoi_dung: |\n  # A\n\n  b\n");
    Request request;
    request.known = &known;
    const std::string form = yaml_form(compiled.get(), request);
    BOOST_TEST(form.find("  ten: 'Sở: Y tế'\n") != form.npos);
    BOOST_TEST(form.find("\n  dia_danh:\n") != form.npos);
    BOOST_TEST(form.find("\nso: 05\n") != form.npos);
    BOOST_TEST(form.find("noi_dung: |\n  # A\n\n  b\n") != form.npos);
}

BOOST_AUTO_TEST_CASE(comments_are_in_the_language_asked_for) {
    const Compiled compiled(R"(<truong ten="a" kieu="ngay" bat-buoc="co" nhan="Hạn"/>)");
    Request request;
    request.lang = Lang::En;
    BOOST_TEST(yaml_form(compiled.get(), request).find("# Hạn (required)\n# A full date: day/month/year\na:\n") !=
               std::string::npos);
    request.lang = Lang::Vi;
    BOOST_TEST(yaml_form(compiled.get(), request).find("# Hạn (bắt buộc)\n# Ngày đầy đủ: ngày/tháng/năm\na:\n") !=
               std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::form
