using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Names of persons and companies in Chinese text, which has no spaces and no capitals.</summary>
internal static partial class HanFinder
{
    // The commonest surnames (census of China 2010 and its kin for Hong Kong), in both scripts.
    private const string Surname =
        "(?:欧阳|歐陽|司徒|上官|诸葛|諸葛|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯])";

    // What may follow a name: its end, a sentence mark, or the word that says what the person did.
    private const string After =
        @"(?=$|[\s，。、；：,;:（）()《》「」“”""]|先生|女士|小姐|被|在|于|於|因|驾|駕|持|等|涉|将|將|把|从|從|由|经|經|携|攜|供|承|说|說|称|稱|表示|指出|今|昨|和|与|與|及|的|是|向|有|曾|已|所|，)";

    private static readonly HashSet<string> NotNames = new(StringComparer.Ordinal)
    {
        "黄金",
        "黃金",
        "白银",
        "白銀",
        "白粉",
        "金条",
        "马上",
        "馬上",
        "高速",
        "高级",
        "高級",
        "高度",
        "方向",
        "方面",
        "方法",
        "方式",
        "石油",
        "毛皮",
        "严重",
        "嚴重",
        "严格",
        "江门",
        "江門",
        "武器",
        "武汉",
        "苏州",
        "于是",
        "於是",
        "向海",
        "万元",
        "萬元",
        "江西",
        "江苏",
        "何人",
        "何时",
        "任何",
        "任务",
        "任務",
        "任职",
        "余下",
        "曾经",
        "曾經",
        "许可",
        "許可",
        "许多",
        "高端",
        "龙头",
        "白色",
        "黄色",
        "黃色",
        "田野",
        "石材",
        "莫名",
        "孔雀",
        "熊猫",
        "熊掌",
        "马匹",
        "龙虾",
        "于今",
        "於今",
        "于昨",
        "於昨",
        "周日",
        "周六",
        "周一",
        "周二",
        "周三",
        "周四",
        "周五",
        "向警方",
        "向海关",
        "向海關",
        "江水",
        "余名",
        "馀名",
    };

    public static void Find(string text, List<MaskedSpan> found)
    {
        Add(Introduced(), text, NominalKind.PersonName, found);
        Add(Titled(), text, NominalKind.PersonName, found);
        Add(Anonymised(), text, NominalKind.PersonName, found);
        Add(Officers(), text, NominalKind.Officer, found);
        Add(Companies(), text, NominalKind.Company, found);
        Add(Ships(), text, NominalKind.VesselOrContainer, found);
    }

    private static void Add(Regex pattern, string text, NominalKind kind, List<MaskedSpan> found)
    {
        for (Match match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            Group id = match.Groups["id"];
            if (id.ValueSpan is ['于', ..] && kind == NominalKind.PersonName && pattern == Introduced())
                continue;
            if (id.Length >= 2 && (NotNames.Contains(id.Value) || NotNames.Contains(id.Value[..2])))
                continue;
            found.Add(new(kind, id.Index, id.Length));
        }
    }

    [GeneratedRegex(
        "(?:姓名(?:[:：为為是]\\s?)?|名叫|化名(?:为|為)?|绰号(?:为|為)?|綽號|外号|叫做|真名|本名|[:：，](?:叫))[“\"「]?(?<id>"
            + Surname
            + "[\\u4e00-\\u9fff]{1,2}|[\\u4e00-\\u9fff·]{2,8}(?=[”\"」，。；,;]|$))|(?:司机|司機|嫌疑人|疑犯|嫌犯|被告人?|旅客|乘客|船长|船長|货主|貨主|车主|車主|驾驶员|主犯|毒贩|男子|女子|当事人|收件人|寄件人|收货人|发货人|走私者)[:：]?(?<id>"
            + Surname
            + "[\\u4e00-\\u9fff]{1,2}?)"
            + After,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Introduced();

    [GeneratedRegex(
        "(?<![雙双警對对各甲乙控辯官我他她厂廠有地])(?<id>"
            + Surname
            + "[\\u4e00-\\u9fff]{0,2}?)(?:先生|女士|小姐|太太|博士|律师|律師)(?![\\u4e00-\\u9fff]{0,1}[店街路])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Titled();

    // 李某某 names a surname: what is left of a name is left out too.
    [GeneratedRegex(
        "(?<id>" + Surname + "某{1,2}(?:[甲乙丙丁\\u4e00-\\u9fff](?=某))?)(?!种|種|类|類|些|个|個)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Anonymised();

    [GeneratedRegex(
        "(?:关长|關長|监督|監督|指挥官|指揮官|调查主任|調查主任|督察|警官|警司|处长|處長|局长|局長|司长|司長|队长|隊長|课长|課長|组长|組長|部长|部長|科长|科長|专员|專員|主管|缉私员|关员|關員|發言人|发言人)(?:[（(][^）)]{1,12}[）)])?(?<id>"
            + Surname
            + "[\\u4e00-\\u9fff]{1,2}?)"
            + After,
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Officers();

    [GeneratedRegex(
        "(?<id>(?:[\\u4e00-\\u9fffA-Za-z0-9（）()·&](?<![由在向从從为為是與与及和的了被将將往给給名叫间間家括])){2,18}(?:股份有限公司|有限责任公司|有限責任公司|有限公司|集团公司|集團公司))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Companies();

    [GeneratedRegex("(?:货轮|貨輪|渔船|漁船|油轮|油輪|船名|船舶)[“\"「‘](?<id>[^”\"」’]{2,16})[”\"」’]", RegexOptions.CultureInvariant)]
    private static partial Regex Ships();
}
