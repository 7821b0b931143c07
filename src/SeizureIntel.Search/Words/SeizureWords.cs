using System.Collections.Generic;
using System.Text;
using SeizureIntel.Cases;

namespace SeizureIntel.Search.Words;

/// <summary>The texts of a seizure by which a free text finds it, the same on every engine.</summary>
internal static class SeizureWords
{
    /// <summary>The fields whose words are searched, by their names in the template.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "narrative",
        "cover_goods",
        "place_name",
        "case_ref",
        "operation",
        "brand",
        "firearm_make",
        "firearm_model",
    ];

    /// <summary>Adds the tokens of the case's and the seizure's texts.</summary>
    public static void Write(StringBuilder all, Case one, Seizure seizure)
    {
        WriteCase(all, one);
        WriteItem(all, seizure);
    }

    /// <summary>Adds the tokens that all seizures of a case share.</summary>
    public static void WriteCase(StringBuilder all, Case one)
    {
        SearchTokens.Append(all, one.Narrative);
        SearchTokens.Append(all, one.CoverGoods);
        SearchTokens.Append(all, one.PlaceName);
        SearchTokens.Append(all, one.CaseRef);
        SearchTokens.Append(all, one.Operation);
    }

    /// <summary>Adds the tokens of one seizure's own texts.</summary>
    public static void WriteItem(StringBuilder all, Seizure seizure)
    {
        SearchTokens.Append(all, seizure.Brand);
        SearchTokens.Append(all, seizure.FirearmMake);
        SearchTokens.Append(all, seizure.FirearmModel);
    }
}
