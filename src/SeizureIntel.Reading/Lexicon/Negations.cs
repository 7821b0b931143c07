using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace SeizureIntel.Reading.Lexicon;

/// <summary>Words that turn what follows into its opposite. The same letters mean other things elsewhere: "no" is "in the" in Portuguese.</summary>
internal static class Negations
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, string[]>(
        StringComparer.Ordinal
    )
    {
        ["en"] = ["no", "not", "without", "never", "nothing", "none", "neither"],
        ["fr"] = ["sans", "non", "pas", "aucun", "aucune", "ni", "jamais", "nullement"],
        ["es"] = ["no", "sin", "ningun", "ninguna", "ni", "nunca"],
        ["pt"] = ["nao", "sem", "nenhum", "nenhuma", "nem"],
        ["de"] = ["ohne", "nicht", "kein", "keine", "keiner", "keinerlei", "nie"],
        ["ru"] = ["без", "не", "нет", "ни"],
        ["pl"] = ["nie", "bez", "brak", "zadne", "zaden", "zadnego"],
        ["ar"] = ["غير", "بدون", "دون", "لا", "لم", "ليس", "ليست", "بلا"],
        ["tr"] = ["hic"],
        ["zh"] = ["未", "没有", "无"],
    }.ToFrozenDictionary(p => p.Key, p => p.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static bool Is(string token, string language) => ByLanguage.TryGetValue(language, out var words) && words.Contains(token);
}
