// Fixed Vietnamese wording of forms and schemas, NFC. What data::read recognises in a workbook stands here too.
#pragma once

#include <array>
#include <string_view>

namespace vanban::form {

// What data::read knows of a workbook (engine/data/README.md).
inline constexpr std::string_view kKeyHeader = "Khóa";
inline constexpr std::string_view kLabelHeader = "Mục";
inline constexpr std::string_view kValueHeader = "Giá trị";
inline constexpr std::string_view kTableMark = "Bảng: ";
inline constexpr std::string_view kPathMark = " > ";
inline constexpr std::string_view kGuideSheet = "Hướng dẫn";
inline constexpr std::string_view kChoicesSheet = "_lua_chon";

inline constexpr std::string_view kFirstSheet = "Thông tin chung";
inline constexpr std::string_view kGuideHeader = "Hướng dẫn";
inline constexpr std::string_view kExampleHeader = "Ví dụ";
inline constexpr std::string_view kRequiredMark = " *";

inline constexpr std::string_view kFormTitle = "PHIẾU NHẬP LIỆU";
inline constexpr std::string_view kAdviceFill =
    "Điền cột “Giá trị” của trang này và các trang bảng. Mục có dấu * (ô nền vàng) là bắt buộc; mục không dùng thì để "
    "trống.";
inline constexpr std::string_view kAdviceKeep =
    "Không sửa, không xóa tên mục, tên cột và các hàng, cột ẩn: chương trình đọc phiếu theo đó. Xem thêm trang “Hướng "
    "dẫn”.";

inline constexpr const char* kTemplateLabel = "Mẫu văn bản";
inline constexpr std::string_view kTemplateHelp = "Tên mẫu mà phiếu này dùng; không sửa";
inline constexpr std::string_view kSeeSheets = "Điền ở trang ";
inline constexpr std::string_view kRequiredInGroup = "Bắt buộc khi điền nhóm này";
inline constexpr std::string_view kDefaultIs = "Để trống là: ";

inline constexpr std::string_view kHelpInteger = "Số nguyên";
inline constexpr std::string_view kHelpNumber = "Số";
inline constexpr std::string_view kHelpDate = "Ngày/tháng/năm";
inline constexpr std::string_view kHelpPartialDate = "Ngày/tháng/năm, tháng/năm hoặc năm";
inline constexpr std::string_view kHelpTruth = "Chọn Có hoặc Không";
inline constexpr std::string_view kHelpChoice = "Chọn trong danh sách";
inline constexpr std::string_view kHelpLines = "Mỗi dòng một mục (Alt+Enter để xuống dòng)";
inline constexpr std::string_view kHelpLinesOf = "Mỗi dòng một mục, chọn trong: ";
inline constexpr std::string_view kHelpBlock =
    "Nhiều dòng (Alt+Enter để xuống dòng); “# ” mở đầu một mục lớn, “## ” một mục nhỏ, “- ” một gạch đầu dòng";
inline constexpr std::string_view kHelpOuter = "Để trống nếu như hàng trên";
inline constexpr std::string_view kHelpOuterLevels =
    "Để trống nếu như hàng trên; cấp nào không chia thì bỏ trống từ đầu";
inline constexpr std::string_view kRequired = "Bắt buộc";
inline constexpr std::string_view kExampleIs = "Ví dụ: ";

inline constexpr std::string_view kYes = "Có";
inline constexpr std::string_view kNo = "Không";

inline constexpr std::string_view kErrorTitle = "Giá trị không phù hợp";
inline constexpr std::string_view kErrorInteger = "Hãy nhập một số nguyên, chỉ gồm chữ số, ví dụ 12.";
inline constexpr std::string_view kErrorNumber = "Hãy nhập một số, ví dụ 12 hoặc 1500000.";
inline constexpr std::string_view kErrorDate = "Hãy nhập ngày đầy đủ theo thứ tự ngày/tháng/năm, ví dụ 15/02/2026.";
inline constexpr std::string_view kErrorChoice = "Hãy chọn một giá trị trong danh sách của ô này.";

inline constexpr std::string_view kGuideTitle = "Cách dùng phiếu";
inline constexpr std::string_view kGuideFill = "Điền phiếu";
inline constexpr std::array<std::string_view, 6> kGuideFillLines{
    "Trang “Thông tin chung”: mỗi hàng một mục, ghi vào cột “Giá trị”. Ô nền vàng là bắt buộc; mục không dùng thì để "
    "trống.",
    "Hàng nền xanh là tên nhóm, không ghi gì vào đó. Nhóm không bắt buộc mà không dùng thì để trống cả nhóm.",
    "Mục có nhiều ý (nơi nhận, căn cứ …): mỗi ý một dòng trong cùng một ô, nhấn Alt+Enter để xuống dòng; không cần dấu "
    "gạch ở đầu, dấu chấm phẩy ở cuối.",
    "Ngày ghi theo thứ tự ngày/tháng/năm. Ô ngày ban hành nhận cả tháng/năm (5/2026), năm, hoặc để trống khi chưa ban "
    "hành.",
    "Số tiền chỉ ghi chữ số; dấu tách hàng nghìn do Excel tự hiện.",
    "Không đổi tên trang, tên mục, tên cột; không xóa các hàng và cột ẩn. Có thể đổi độ rộng cột, thêm trang nháp có "
    "tên bắt đầu bằng dấu gạch dưới (_)."};
inline constexpr std::string_view kGuideTables = "Các trang bảng";
inline constexpr std::array<std::string_view, 3> kGuideTableLines{
    "Mỗi hàng một mục của danh sách; hàng trống được bỏ qua, không cần cột số thứ tự. Cột có dấu * là bắt buộc.",
    "Chọn một ô thì hiện lời giải thích của cột ấy.",
    "Các ô được kiểm tra sẵn trong 500 hàng đầu; cần nhiều hơn thì cứ ghi tiếp xuống dưới."};
inline constexpr std::string_view kGuideNested = "Bảng có nhiều cấp";
inline constexpr std::array<std::string_view, 3> kGuideNestedLines{
    "Các cột nền xám bên trái cho biết hàng ấy thuộc phần nào, mục nào. Chỉ cần ghi ở hàng đầu của mỗi phần, mỗi mục; "
    "các hàng sau để trống là như hàng trên.",
    "Khi sang một phần mới thì ghi lại cả các cấp dưới nó.",
    "Không chia cấp nào thì để trống cột ấy từ hàng đầu tiên."};
inline constexpr std::string_view kGuideMake = "Làm văn bản từ phiếu đã điền";
inline constexpr std::array<std::string_view, 4> kGuideMakeLines{
    "Kiểm tra: vanban check phieu.xlsx (chỉ rõ từng ô còn thiếu hoặc sai).",
    "Làm văn bản: vanban render phieu.xlsx -o van-ban.docx",
    "Dùng chung thông tin cơ quan, người ký từ tệp khác: vanban render co-quan.yaml phieu.xlsx -o van-ban.docx",
    "Lưu phiếu ở dạng .xlsx; Excel và LibreOffice đều dùng được."};
inline constexpr std::string_view kGuideLeftOut =
    "Không có trong phiếu này, ghi trong tệp YAML kèm theo (vanban new) khi cần";
inline constexpr std::string_view kGuideOrigin = "Nguồn gốc";
inline constexpr std::string_view kGuideMadeBy = "tạo bằng ";

inline constexpr const char* kSchemaKeys =
    "Lược đồ này dùng khóa không dấu (trich_yeu); chương trình còn nhận nhãn có dấu (Trích yếu).";

}  // namespace vanban::form
