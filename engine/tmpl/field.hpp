// Field declarations of a template: what data it wants.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace vanban::tmpl {

/// Types of fields; the XML names are in templates/README.md.
enum class FieldType : std::uint8_t {
    Chu,        ///< chu: text; a number is taken as it was written.
    So,         ///< so: a decimal number.
    SoNguyen,   ///< so-nguyen: an integer.
    Ngay,       ///< ngay: a full date.
    NgayThieu,  ///< ngay-thieu: a date with blanks allowed.
    DungSai,    ///< dung-sai: true or false (có/không).
    LuaChon,    ///< lua-chon: one of `choices`.
    NoiDung,    ///< noi-dung: block text.
    Nhom,       ///< nhom: a map with `members`.
    DanhSach,   ///< danh-sach: a list of `members[0]`.
    BatKy,      ///< bat-ky: anything; the template deals with it.
};

/// The XML name of a type, "ngay-thieu".
std::string_view type_name(FieldType type);

struct Field {
    std::string ten;  ///< Key, "co_quan".
    FieldType kieu = FieldType::Chu;
    bool bat_buoc = false;
    std::string nhan;                     ///< Label with diacritics, "Cơ quan ban hành"; also accepted as a key.
    std::string tro_giup;                 ///< Help.
    std::string vi_du;                    ///< Example.
    std::optional<std::string> mac_dinh;  ///< Default, as it would be written in YAML.
    /// nhom: what is no map stands for this member. danh-sach: "co" takes one item as a list of one.
    std::string viet_gon;
    std::vector<std::string> choices;
    std::vector<Field> members;     ///< With `nhu` in XML, those of that nhom-truong.
    Span span;                      ///< Of the declaration; does not count in comparison.
    bool in_forms = true;           ///< phieu: asked for by the Excel form of `vanban new`.
    std::string ten_key, nhan_key;  ///< `ten` and `nhan` by utf8::fold_to_key, for look-up; do not count in comparison.
    friend bool operator==(const Field& a, const Field& b) {
        return a.ten == b.ten && a.kieu == b.kieu && a.bat_buoc == b.bat_buoc && a.nhan == b.nhan &&
               a.tro_giup == b.tro_giup && a.vi_du == b.vi_du && a.mac_dinh == b.mac_dinh && a.viet_gon == b.viet_gon &&
               a.choices == b.choices && a.members == b.members && a.in_forms == b.in_forms;
    }
};

/// nhom-truong: fields that several groups share (`nhu`).
struct FieldGroup {
    std::string ten;
    std::vector<Field> members;
    Span span;  ///< Of its name.
};

}  // namespace vanban::tmpl
