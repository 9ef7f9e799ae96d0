// Templates of the tests, compiled from strings.
#pragma once

#include <boost/test/unit_test.hpp>

#include "form/form.hpp"
#include "tmpl/template_support.hpp"

namespace vanban::form::test {

/// A template with these declarations; findings in it are failures.
class Compiled {
public:
    explicit Compiled(const std::string& fields) {
        run_.loader.add("thu", "<mau ten=\"thu\" loai=\"thu\" nhan=\"Mẫu thử\"><mo-ta>Để thử.</mo-ta>" + fields +
                                   "<than><doan>x</doan></than></mau>");
        auto compiled = run_.compile("thu");
        BOOST_REQUIRE_MESSAGE(compiled, run_.findings());
        template_ = std::move(*compiled);
    }
    const tmpl::Template& get() const { return template_; }
    data::Value data(std::string yaml) {
        data::Value value = run_.read(std::move(yaml));
        BOOST_REQUIRE_MESSAGE(!run_.out.has_errors(), run_.findings());
        return value;
    }

private:
    tmpl::test::Run run_;
    tmpl::Template template_;
};

/// An estimate in parts and sections, as bang-du-toan has it, with one level less.
inline constexpr const char* kEstimate = R"(
<nhom-truong ten="khoan">
  <truong ten="noi_dung" kieu="chu" bat-buoc="co" nhan="Nội dung chi"/>
  <truong ten="so_luong" kieu="so" nhan="Số lượng"/>
</nhom-truong>
<nhom-truong ten="muc">
  <truong ten="ten" kieu="chu" bat-buoc="co" nhan="Tên mục"/>
  <truong ten="khoan" kieu="danh-sach" nhan="Các khoản"><truong ten="khoan" kieu="nhom" nhu="khoan"/></truong>
</nhom-truong>
<truong ten="du_toan" kieu="nhom" nhan="Dự toán">
  <truong ten="phan" kieu="danh-sach" nhan="Các phần"><truong ten="phan" kieu="nhom">
    <truong ten="ten" kieu="chu" bat-buoc="co" nhan="Tên phần"/>
    <truong ten="muc" kieu="danh-sach" nhan="Các mục"><truong ten="muc" kieu="nhom" nhu="muc"/></truong>
  </truong></truong>
  <truong ten="muc" kieu="danh-sach" nhan="Các mục"><truong ten="muc" kieu="nhom" nhu="muc"/></truong>
  <truong ten="khoan" kieu="danh-sach" nhan="Các khoản"><truong ten="khoan" kieu="nhom" nhu="khoan"/></truong>
</truong>)";

}  // namespace vanban::form::test
