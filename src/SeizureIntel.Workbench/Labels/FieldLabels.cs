using System;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;

namespace SeizureIntel.Workbench.Labels;

/// <summary>Names of codes.</summary>
public static class FieldLabels
{
    /// <summary>The English name of a code of a field; the code itself where the field has no list.</summary>
    public static string Label(this CodeListSet codeLists, string field, string code)
    {
        ArgumentNullException.ThrowIfNull(codeLists);
        return SeizureFields.Find(field) is { } known && codeLists.Of(known) is { } list ? list.Label(code) : code;
    }
}
