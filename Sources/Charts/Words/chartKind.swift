// SPDX-License-Identifier: MIT
import Figures

/// What a chart of this kind is called.
func chartKind(of spec: ChartSpec, in language: Language) -> String {
  let words: (en: String, ja: String, ko: String, zh: String) =
    switch (spec.type, spec.stack) {
    case (.line, _): ("Line chart", "折れ線グラフ", "꺾은선 그래프", "折线图")
    case (.area, .sum): ("Stacked area chart", "積み上げ面グラフ", "누적 영역 그래프", "堆叠面积图")
    case (.area, .percent): ("Area chart of shares", "100％積み上げ面グラフ", "100% 누적 영역 그래프", "百分比堆叠面积图")
    case (.area, _): ("Area chart", "面グラフ", "영역 그래프", "面积图")
    case (.bar, .sum): ("Stacked bar chart", "積み上げ棒グラフ", "누적 막대그래프", "堆叠条形图")
    case (.bar, .percent): ("Bar chart of shares", "100％積み上げ棒グラフ", "100% 누적 막대그래프", "百分比堆叠条形图")
    case (.bar, _): ("Bar chart", "棒グラフ", "막대그래프", "条形图")
    case (.dot, _): ("Dot chart", "ドットチャート", "점 그래프", "点图")
    case (.slope, _): ("Slope chart", "スロープグラフ", "기울기 그래프", "斜率图")
    case (.dumbbell, _): ("Dumbbell chart", "ダンベルチャート", "덤벨 그래프", "哑铃图")
    case (.scatter, _) where spec.pointSize != nil: ("Bubble chart", "バブルチャート", "버블 차트", "气泡图")
    case (.scatter, _): ("Scatter plot", "散布図", "산점도", "散点图")
    case (.fan, _): ("Fan chart", "ファンチャート", "팬 차트", "扇形预测图")
    case (.table, _): ("Table", "表", "표", "表格")
    case (.map, _) where spec.from != nil: ("Map of flows", "流れの地図", "흐름 지도", "流向地图")
    case (.map, _) where spec.pointSize != nil: ("Map with circles", "円で示した地図", "원 지도", "圆圈地图")
    case (.map, _): ("Shaded map", "塗り分け地図", "단계 구분 지도", "分级着色地图")
    case (.sankey, _): ("Flow diagram", "フロー図（サンキー図）", "흐름도(생키 다이어그램)", "流向图（桑基图）")
    case (.timeline, _): ("Timeline", "年表", "연표", "时间轴")
    case (.heatmap, _): ("Heat map", "ヒートマップ", "히트맵", "热力图")
    case (.matrix, _): ("Flow matrix", "貿易マトリックス", "교역 매트릭스", "贸易矩阵")
    case (.treemap, _): ("Treemap", "ツリーマップ", "트리맵", "矩形树图")
    case (.waterfall, _): ("Waterfall chart", "ウォーターフォール図", "폭포 차트", "瀑布图")
    case (.bump, _): ("Rank chart", "順位の推移図", "순위 변화 그래프", "排名变化图")
    }
  return switch language {
  case .english: words.en
  case .japanese: words.ja
  case .korean: words.ko
  case .chinese: words.zh
  }
}
