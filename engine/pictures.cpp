// The one place where a document's words make the engine read a file.
#include "pictures.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vanban {

namespace {

constexpr std::size_t kLargestPicture = std::size_t{10} << 20;

/// `tep` as seen from the folder of `source`; null: from the current folder.
std::string resolve(const std::string& tep, const Source* source) {
    if (tep.starts_with('/') || source == nullptr) return tep;
    const std::size_t slash = source->name.rfind('/');
    return slash == std::string::npos ? tep : source->name.substr(0, slash + 1) + tep;
}

using Picture = Result<std::shared_ptr<const Png>>;

/// The picture files of one document.
class Album {
public:
    Album(const Sources& sources, const World& world) : sources_(sources), world_(world) {}

    /// Every use of a file that cannot be used is a finding of its own.
    bool load(std::optional<model::Anh>& anh, Diagnostics& out) {
        if (!anh) return true;
        const Picture& picture = find(resolve(anh->tep, sources_.get(anh->span.source)));
        if (picture) {
            anh->png = *picture;
            return true;
        }
        Diagnostic finding = picture.error();
        finding.span = anh->span;
        out.add(std::move(finding));
        return false;
    }

private:
    const Picture& find(const std::string& path) {
        if (const auto known = pictures_.find(path); known != pictures_.end()) return known->second;
        return pictures_.emplace(path, read(path)).first->second;
    }

    Picture read(const std::string& path) const {
        if (world_.files == nullptr) return fail(Code::file_not_found, {}, {path});
        auto bytes = world_.files->read(path);
        if (!bytes) return tl::unexpected(std::move(bytes.error()));
        const std::size_t limit = std::min(kLargestPicture, world_.limits.file_bytes);
        if (bytes->size() > limit) return fail(Code::file_too_large, {}, {path, size_text(limit)});
        return read_png(std::move(*bytes), {});
    }

    const Sources& sources_;
    const World& world_;
    std::map<std::string, Picture> pictures_;
};

/// Those who sign in `block`; null where nobody does.
std::vector<model::NguoiKy>* signers(model::Block& block) {
    if (auto* end = std::get_if<model::KetThuc>(&block.content)) return &end->nguoi_ky;
    if (auto* signatures = std::get_if<model::ChuKy>(&block.content)) return &signatures->nguoi_ky;
    return nullptr;
}

}  // namespace

bool load_pictures(model::Document& document, const Sources& sources, const World& world, Diagnostics& out) {
    Album album(sources, world);
    bool all = true;
    for (model::Vung& vung : document.vung) {
        for (model::Block& block : vung.blocks) {
            auto* people = signers(block);
            if (people == nullptr) continue;
            for (model::NguoiKy& person : *people) {
                all &= album.load(person.chu_ky, out);
                all &= album.load(person.con_dau, out);
            }
        }
    }
    return all;
}

}  // namespace vanban
