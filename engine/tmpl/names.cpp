// Names that expressions use, checked without data: the program is walked as merging walks it, with names for values.
#include "tmpl/names.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "tmpl/suggest.hpp"

namespace vanban::tmpl {

namespace {

/// Includes may multiply; what this leaves unchecked is found while merging.
constexpr std::size_t kMaxNodes = 1'000'000;
/// Stands for a name of blocks that only the data knows; a line with any name may mean it.
constexpr std::string_view kComputed = "";

class NameChecker {
public:
    NameChecker(const Program& program, const std::vector<Field>& fields, Diagnostics& out)
        : program_(program), out_(out) {
        for (const Field& field : fields) names_.push_back(field.ten);
    }

    void run() { walk(program_.units.front().body); }

private:
    /// The inclusion whose unit is being walked, and the one around it.
    struct Frame {
        const DungNode* dung;
        const Frame* outer;
    };

    void walk(const Nodes& nodes) {
        const std::size_t blocks = blocks_.size();
        walk_open(nodes);
        blocks_.resize(blocks);
    }
    /// Names of blocks stay.
    void walk_open(const Nodes& nodes) {
        const std::size_t depth = names_.size();
        for (const Node& node : nodes) {
            if (++walked_ > kMaxNodes) break;
            std::visit([&](const auto& content) { visit(content); }, node.content);
        }
        names_.resize(depth);
    }

    void visit(const LapNode& node) {
        check(node.trong);
        const std::size_t depth = names_.size();
        names_.insert(names_.end(), {node.bien, "lap"});
        walk_open(node.body);
        names_.resize(depth);
        walk(node.otherwise);
    }
    void visit(const ChonNode& node) {
        for (const ChonNode::Khi& khi : node.khi) {
            check(khi.dieu_kien);
            walk(khi.body);
        }
        walk(node.otherwise);
    }
    void visit(const DatNode& node) {
        check(node.gia_tri);
        names_.push_back(node.bien);
    }
    void visit(const KhoiNode& node) {
        walk(node.body);
        check(node.ten);
        const std::string* fixed = node.ten.text.literal();
        blocks_.push_back(fixed ? std::string_view(*fixed) : kComputed);
    }
    void visit(const DungNode& node) {
        const std::size_t depth = names_.size();
        for (const Node& dat : node.dat) visit(std::get<DatNode>(dat.content));
        const Frame frame{&node, frame_};
        frame_ = &frame;
        walk(program_.units[node.unit].body);
        frame_ = frame.outer;
        names_.resize(depth);
    }
    void visit(const KheNode& node) {
        const Frame* const here = frame_;
        if (here) {
            for (const DungNode::Vao& vao : here->dung->vao) {
                if (vao.khe != node.ten) continue;
                frame_ = here->outer;
                walk(vao.body);
                frame_ = here;
                return;
            }
        }
        walk(node.body);
    }
    void visit(const KiemTraNode& node) {
        check(node.dieu_kien);
        if (node.tai) check(*node.tai);
        walk(node.text);
    }
    void visit(const TextNode& node) { check(node.text); }
    void visit(const EmphasisNode& node) { walk(node.body); }
    void visit(const XuongDongNode&) {}
    void visit(const ThuocTinhNode& node) {
        check_all(node.tieu_de, node.chu_de, node.tac_gia, node.ngay, node.co_chu);
    }
    void visit(const VungNode& node) {
        check_all(node.huong.computed, node.danh_so.computed, node.dau_het.computed);
        walk(node.body);
    }
    void visit(const DauVanBanNode& node) {
        check_all(node.do_mat, node.do_khan, node.luu_hanh, node.ky_so);
        walk(node.parts);
    }
    void visit(const ChuQuanNode& node) { walk(node.text); }
    void visit(const BanHanhNode& node) { walk(node.text); }
    void visit(const SoKyHieuNode& node) { check_all(node.so, node.ky_hieu); }
    void visit(const DiaDanhNode& node) { check_all(node.ten, node.ngay); }
    void visit(const VeViecNode& node) { walk(node.text); }
    void visit(const DiaChiNode& node) { walk(node.text); }
    void visit(const TenLoaiNode& node) { check(node.loai); }
    void visit(const TrichYeuNode& node) { walk(node.text); }
    void visit(const ThamQuyenNode& node) { walk(node.text); }
    void visit(const CanCuNode& node) { walk(node.text); }
    void visit(const LoiBanHanhNode& node) { walk(node.text); }
    void visit(const DoanNode& node) { walk(node.text); }
    void visit(const KinhGuiNode& node) {
        check(node.nhan);
        walk(node.parts);
    }
    void visit(const NoiNode& node) { walk(node.text); }
    void visit(const DeMucNode& node) {
        check(node.cap.computed);
        if (node.tieu_de) check(node.tieu_de->computed);
        walk(node.text);
    }
    void visit(const NoiDungNode& node) {
        if (node.gia_tri) check(*node.gia_tri);
        for (const BlockTemplate& block : node.blocks)
            std::visit([&](const auto& content) { check(content); }, block.content);
    }
    void visit(const BangNode& node) {
        if (node.nguon) check(*node.nguon);
        check_all(node.don_vi, node.so_cot.computed, node.danh_so_lien.computed);
        const std::string_view outer = std::exchange(row_name_, node.bien);
        walk(node.parts);
        row_name_ = outer;
        walk(node.otherwise);
        if (!node.ten.empty()) names_.push_back(node.ten);
    }
    /// Only the cells know the item of their row.
    void visit(const CotNode& node) {
        check_all(node.tieu_de, node.kieu.computed, node.rong, node.gop.computed, node.ten, node.tong.computed,
                  node.phan_tram.computed, node.am.computed, node.so_le);
        const std::size_t depth = names_.size();
        names_.insert(names_.end(), {row_name_, "lap"});
        walk(node.text);
        names_.resize(depth);
    }
    void visit(const NhomCotNode& node) {
        check(node.tieu_de);
        walk(node.cot);
    }
    void visit(const GhiChuNode& node) { walk(node.text); }
    void visit(const ThanBangNode& node) { walk(node.hang); }
    void visit(const HangNode& node) { check(node.nguon); }
    void visit(const HangNhomNode& node) {
        check_all(node.cap.computed, node.nhan, node.ten, node.cong.computed);
        walk(node.o);
    }
    void visit(const HangTongNode& node) {
        check_all(node.nhan, node.cong);
        walk(node.o);
    }
    void visit(const ONode& node) {
        check(node.cot);
        walk(node.text);
    }
    void visit(const ChuKyNode& node) { walk(node.parts); }
    void visit(const KetThucNode& node) { walk(node.parts); }
    void visit(const NoiNhanNode& node) {
        check_all(node.nguoi_soan, node.so_ban);
        walk(node.parts);
    }
    void visit(const NguoiKyNode& node) {
        check_all(node.quyen_han, node.tap_the, node.cap_truong, node.truong_don_vi, node.chuc_vu, node.chuc_vu_co_quan,
                  node.ho_ten, node.ben, node.dia_danh, node.ngay, node.ghi_chu, node.chu_ky, node.chu_ky_rong,
                  node.con_dau, node.con_dau_rong);
    }
    void visit(const KemTheoNode& node) { check_all(node.loai, node.so, node.ky_hieu, node.ngay, node.cua); }
    void visit(const DauPhuLucNode& node) {
        visit(node.kem_theo);
        check_all(node.ky_so, node.thu_tu);
        walk(node.parts);
    }
    void visit(const TieuDeNode& node) { walk(node.text); }
    void visit(const DauBanSaoNode& node) {
        check_all(node.hinh_thuc, node.so, node.ky_hieu, node.dia_danh, node.ngay);
        walk(node.parts);
    }

    template <class... Attrs>
    void check_all(const Attrs&... attrs) {
        (check(attrs), ...);
    }
    void check(const std::optional<Attr>& attr) {
        if (attr) check(*attr);
    }
    void check(const Attr& attr) { check(attr.text); }
    void check(const TextTemplate& text) {
        for (const TextTemplate::Part& part : text.parts) {
            if (const auto* expr = std::get_if<Expr>(&part)) check(*expr);
        }
    }
    void check(const InlineTemplate& runs) {
        for (const RunTemplate& run : runs) check(run.text);
    }
    void check(const DoanTemplate& doan) { check(doan.text); }
    void check(const DeMucTemplate& item) { check(item.text); }
    void check(const BangTemplate& bang) {
        for (const auto& cot : bang.cot) check(cot.tieu_de);
        for (const auto& hang : bang.hang) {
            for (const InlineTemplate& o : hang) check(o);
        }
    }
    /// A line with a bare name may insert blocks.
    void check(const InsertTemplate& insert) {
        const auto* name = std::get_if<NameNode>(&insert.expr.nodes.back().content);
        if (!name) return check(insert.expr);
        if (!knows(blocks_, name->name) && !knows(names_, name->name) && !knows(blocks_, kComputed))
            report(*name, insert.expr.span(), blocks_);
    }
    void check(const Expr& expr) {
        for (const ExprNode& node : expr.nodes) {
            const auto* name = std::get_if<NameNode>(&node.content);
            if (name && !knows(names_, name->name)) report(*name, node.span, {});
        }
    }

    static bool knows(const std::vector<std::string_view>& names, std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    }
    void report(const NameNode& name, Span where, const std::vector<std::string_view>& more) {
        if (!reported_.emplace(where.source, where.begin, name.name).second) return;
        std::vector<std::string> known(names_.begin(), names_.end());
        known.insert(known.end(), more.begin(), more.end());
        out_.add(with_suggestion(diagnose(Code::unknown_name, where, {name.name}), name.name, known));
    }

    const Program& program_;
    Diagnostics& out_;
    std::vector<std::string_view> names_;   ///< In scope, the innermost last.
    std::vector<std::string_view> blocks_;  ///< Of khoi.
    std::string_view row_name_;             ///< `bien` of the table that is being walked.
    const Frame* frame_ = nullptr;
    std::set<std::tuple<SourceId, std::uint32_t, std::string>> reported_;
    std::size_t walked_ = 0;
};

}  // namespace

void check_names(const Program& program, const std::vector<Field>& fields, Diagnostics& out) {
    NameChecker(program, fields, out).run();
}

}  // namespace vanban::tmpl
