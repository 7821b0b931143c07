using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Companies by their legal form.</summary>
internal static partial class CompanyFinder
{
    public static void Find(string text, List<MaskedSpan> found)
    {
        Add(FormBehind(), text, found);
        Add(FormBefore(), text, found);
    }

    /// <summary>Whether a dotted legal form may stand in a text.</summary>
    public static bool HasDottedForm(string text) => DottedForm().IsMatch(text);

    private static void Add(Regex pattern, string text, List<MaskedSpan> found)
    {
        for (Match match = pattern.Match(text); match.Success; match = match.NextMatch())
            found.Add(new(NominalKind.Company, match.Index, match.Length));
    }

    [GeneratedRegex(
        @"(?<!\p{L})(?:S\. ?A\.|S\.A(?!\p{L})|S/A|S\. ?L\.|S\.R\.L|S\. ?r\. ?l|S\.p\.A|B\.V\.|N\.V\.|A\.Ş|A\.S\.|o\. "
            + @"?o\.|e\.K\.|L\.L\.C|P\.L\.C|C\.V\.|M\.E\.)|ذ\.م\.م",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DottedForm();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?:(?!(?:The|In|On|By|From|To|At|For|Of|El|La|Los|De|Por|Le|Les|Die|Der|Das|Von|Bei|Der)\s)[\p{Lu}\d][\p{L}\p{N}&.'’/-]*(?:,? |,)(?:(?:(?:&|and|und|y|e|et|de|del|do|dos|da|la|las|los|of|i|ve|en) ){1,2}(?=\p{Lu}))?){1,6}(?:GmbH(?: & Co\.? KGaA?)?|AG(?!\p{L})|OHG|Co\.,? ?Ltd\.?|Co\.? KG|(?:San\.? )?(?:ve )?(?:Tic\.? )?Ltd\.? ?Şti\.?|Ltd\.?|Ltda\.?|Limited(?! (?:\p{Lu}|edition|quantity|stop))|LLC|L\.L\.C\.?|LLP|Inc\.?|Incorporated|Corp\.?|Corporation|P\.?L\.?C\.?|Pty\.?(?: Ltd\.?)?|SARL|SASU?|EURL|S\. ?A\. ?de C\. ?V\.|S\.A\.S\.|S\. ?A\.(?:U\.)?|S\.A|S/A|S\.R\.L\.?|SRL|S\. ?r\. ?l\.?|S\.p\.A\.?|SpA|S\. ?L\.(?:U\.)?|SLU|B\.V\.|BV|N\.V\.|A\.Ş\.?|A\.S\.(?= |$)|ApS|Oyj|EIRELI|M\.E\.|[Ss]p\.? ?z ?o\. ?o\.?|e\.K\.)(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex FormBehind();

    [GeneratedRegex(
        @"(?<!\p{L})(?:ООО|ОАО|ЗАО|ПАО|АО|ТОО|OOO|ЧП|ГК) ?[«""“„][^»""”“\n]{2,60}[»""”“]|(?<!\p{L})ИП \p{Lu}\p{Ll}+(?: \p{Lu}\.? "
            + @"?\p{Lu}\.?| \p{Lu}\p{Ll}+){0,2}|شركة [«""“]?[\u0621-\u064a]+(?: [\u0621-\u064a]+){0,4}[»""”]? "
            + @"?(?:المحدودة|ذ\.م\.م\.?|للتجارة|والتجارة)|(?<!\p{L})(?:Cia|Cía)\. \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,3}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex FormBefore();
}
