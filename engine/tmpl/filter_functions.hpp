// What the filters do, one function each, under the filter's name. templates/README.md says what each is for.
#pragma once

#include "tmpl/filters.hpp"

namespace vanban::tmpl::filter {

// filters_number.cpp: figures, words and dates.
Result<Ref> so(FilterCall& call);
Result<Ref> tien(FilterCall& call);
Result<Ref> bang_chu(FilterCall& call);
Result<Ref> ngay_vb(FilterCall& call);
Result<Ref> ngay_ngan(FilterCall& call);
Result<Ref> hai_chu_so(FilterCall& call);
Result<Ref> la_ma(FilterCall& call);
Result<Ref> chu_diem(FilterCall& call);

// filters_text.cpp
Result<Ref> hoa(FilterCall& call);
Result<Ref> thuong(FilterCall& call);
Result<Ref> dau_hoa(FilterCall& call);
Result<Ref> dau_thuong(FilterCall& call);
Result<Ref> mac_dinh(FilterCall& call);
Result<Ref> do_dai(FilterCall& call);
Result<Ref> bat_dau(FilterCall& call);
Result<Ref> ket_thuc(FilterCall& call);
Result<Ref> chua(FilterCall& call);
Result<Ref> thay(FilterCall& call);
Result<Ref> tach(FilterCall& call);

// filters_list.cpp
Result<Ref> noi(FilterCall& call);
Result<Ref> dau(FilterCall& call);
Result<Ref> cuoi(FilterCall& call);
Result<Ref> sap_xep(FilterCall& call);
Result<Ref> dao(FilterCall& call);
Result<Ref> nhom_theo(FilterCall& call);
Result<Ref> loc(FilterCall& call);
/// How many items `loc` selects: what `loc(…) | do_dai` comes to, without copying them. Has no name of its own.
Result<Ref> so_loc(FilterCall& call);
Result<Ref> lay(FilterCall& call);
Result<Ref> tong(FilterCall& call);
Result<Ref> tong_tich(FilterCall& call);
Result<Ref> nho_nhat(FilterCall& call);
Result<Ref> lon_nhat(FilterCall& call);

}  // namespace vanban::tmpl::filter
