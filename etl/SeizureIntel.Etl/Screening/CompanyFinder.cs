using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Companies by their legal form.</summary>
internal sealed partial class CompanyFinder(ScreeningLists lists)
{
    private readonly Regex _formBehind = lists.Pattern(
        ScreeningLists.CompanyList,
        @"(?<![\p{L}\p{N}])(?:(?!{not_first}\s)[\p{Lu}\d][\p{L}\p{N}&.'’/-]*(?:,? |,)(?:(?:{joint} ){1,2}(?=\p{Lu}))?){1"
            + @",6}(?:AG(?!\p{L})|(?:San\.? )?(?:ve )?(?:Tic\.? )?Ltd\.? ?Şti\.?|Limited(?! (?:\p{Lu}|edition|quantity|stop))|"
            + @"S\. ?A\. ?de C\. ?V\.|S\. ?A\.(?:U\.)?|S\.A|S/A|S\. ?r\. ?l\.?|S\. ?L\.(?:U\.)?|A\.S\.(?= |$)|{form_behind})(?"
            + @"![\p{L}\p{N}])"
    );

    private readonly Regex _formBefore = lists.Pattern(
        ScreeningLists.CompanyList,
        @"(?<!\p{L}){form_before} ?[«""“„][^»""”“\n]{2,60}[»""”“]|(?<!\p{L}){trader} \p{Lu}\p{Ll}+(?: \p{Lu}\.? "
            + @"?\p{Lu}\.?| \p{Lu}\p{Ll}+){0,2}|{company_arabic} [«""“]?[\u0621-\u064a]+(?: [\u0621-\u064a]+){0,4}[»""”]? "
            + @"?{company_end_arabic}|(?<!\p{L}){form_first} \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,3}"
    );

    public void Find(string text, List<MaskedSpan> found)
    {
        Add(_formBehind, text, found);
        Add(_formBefore, text, found);
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
}
