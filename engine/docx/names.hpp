// Namespaces, relationship types and content types of ISO/IEC 29500 (transitional) and what Word added to it.
#pragma once

#include <string_view>

namespace vanban::docx {

/// The language of a document that names none.
inline constexpr std::string_view kVietnamese = "vi-VN";

inline constexpr std::string_view kNamespaceW = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr std::string_view kNamespaceR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline constexpr std::string_view kNamespaceWp =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
inline constexpr std::string_view kNamespaceA = "http://schemas.openxmlformats.org/drawingml/2006/main";
inline constexpr std::string_view kNamespacePic = "http://schemas.openxmlformats.org/drawingml/2006/picture";
inline constexpr std::string_view kNamespaceMc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
inline constexpr std::string_view kNamespaceWps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
inline constexpr std::string_view kNamespaceV = "urn:schemas-microsoft-com:vml";

inline constexpr std::string_view kCoreRelationship =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
inline constexpr std::string_view kAppRelationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties";
inline constexpr std::string_view kDocumentRelationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
inline constexpr std::string_view kStylesRelationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";
inline constexpr std::string_view kNumberingRelationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering";
inline constexpr std::string_view kSettingsRelationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings";
inline constexpr std::string_view kFontTableRelationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";
inline constexpr std::string_view kHeaderRelationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header";
inline constexpr std::string_view kFooterRelationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer";
inline constexpr std::string_view kImageRelationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

inline constexpr std::string_view kCoreType = "application/vnd.openxmlformats-package.core-properties+xml";
inline constexpr std::string_view kAppType = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
inline constexpr std::string_view kDocumentType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
inline constexpr std::string_view kStylesType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
inline constexpr std::string_view kNumberingType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";
inline constexpr std::string_view kSettingsType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml";
inline constexpr std::string_view kFontTableType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
inline constexpr std::string_view kHeaderType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
inline constexpr std::string_view kFooterType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";
inline constexpr std::string_view kPngType = "image/png";

}  // namespace vanban::docx
