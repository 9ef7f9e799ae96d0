// Attributes with a closed set of values, and their names.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "model/document.hpp"

namespace vanban::tmpl {

template <class T>
using Named = std::pair<std::string_view, T>;

inline constexpr std::array<Named<model::CapBac>, 10> kCapBac{{{"phan", model::CapBac::Phan},
                                                               {"chuong", model::CapBac::Chuong},
                                                               {"muc", model::CapBac::Muc},
                                                               {"tieu-muc", model::CapBac::TieuMuc},
                                                               {"dieu", model::CapBac::Dieu},
                                                               {"muc-la-ma", model::CapBac::MucLaMa},
                                                               {"khoan", model::CapBac::Khoan},
                                                               {"diem", model::CapBac::Diem},
                                                               {"gach", model::CapBac::Gach},
                                                               {"cong", model::CapBac::Cong}}};
inline constexpr std::array<Named<model::Huong>, 2> kHuong{
    {{"doc", model::Huong::Doc}, {"ngang", model::Huong::Ngang}}};
inline constexpr std::array<Named<model::DanhSoTrang>, 2> kDanhSo{
    {{"tiep", model::DanhSoTrang::Tiep}, {"lai", model::DanhSoTrang::Lai}}};
inline constexpr std::array<Named<model::KieuCot>, 4> kKieuCot{{{"tt", model::KieuCot::ThuTu},
                                                                {"chu", model::KieuCot::Chu},
                                                                {"giua", model::KieuCot::Giua},
                                                                {"so", model::KieuCot::So}}};
inline constexpr std::array<Named<bool>, 2> kCoKhong{{{"co", true}, {"khong", false}}};
/// danh-so of a table: do row numbers run on through its groups?
inline constexpr std::array<Named<bool>, 2> kDanhSoHang{{{"tiep", true}, {"lai", false}}};
/// cap of a group row, as model::Hang has it.
inline constexpr std::array<Named<std::uint8_t>, 4> kCapHang{
    {{"1", std::uint8_t{0}}, {"2", std::uint8_t{1}}, {"3", std::uint8_t{2}}, {"4", std::uint8_t{3}}}};

template <class T>
std::optional<T> find_choice(std::span<const Named<T>> values, std::string_view name) {
    for (const auto& [known, value] : values) {
        if (known == name) return value;
    }
    return std::nullopt;
}

/// "doc, ngang"
template <class T>
std::string choice_names(std::span<const Named<T>> values) {
    std::string names;
    for (const auto& named : values) {
        if (!names.empty()) names += ", ";
        names += named.first;
    }
    return names;
}

}  // namespace vanban::tmpl
