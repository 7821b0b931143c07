using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Fields;
using SeizureIntel.Values;

namespace SeizureIntel.CodeLists;

/// <summary>All code lists by name.</summary>
public sealed class CodeListSet
{
    /// <summary>Stands before a code in a condition to mean the code alone, without its children.</summary>
    public const char CodeAlone = '=';

    private readonly FrozenDictionary<string, CodeList> _lists;

    /// <summary>Gathers lists under their names.</summary>
    public CodeListSet(IEnumerable<CodeList> lists) => _lists = lists.ToFrozenDictionary(l => l.Name, StringComparer.Ordinal);

    /// <summary>The lists in the order of their names.</summary>
    public IEnumerable<CodeList> Lists => _lists.Values.OrderBy(l => l.Name, StringComparer.Ordinal);

    /// <summary>The list of a name.</summary>
    /// <exception cref="FormatException">There is no such list.</exception>
    public CodeList this[string name] =>
        _lists.TryGetValue(name, out CodeList? list)
            ? list
            : throw new FormatException(
                $"There is no code list '{name}'; there are {string.Join(", ", _lists.Keys.Order(StringComparer.Ordinal))}."
            );

    /// <summary>The list of a field; null where the field has none.</summary>
    public CodeList? Of(SeizureField field) => field.CodeList is { } name && _lists.TryGetValue(name, out CodeList? list) ? list : null;

    /// <summary>A code as a condition that leaves out its children; the code itself where the field's list has none below it.</summary>
    public string Alone(SeizureField field, string code) =>
        Of(field) is { } list && list.WithDescendants(code).Count > 1 ? CodeAlone + code : code;

    /// <summary>The codes that a condition on a field selects: words read as codes, each code with its children unless <c>=</c> stands before it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">Codes or words, non-values and <c>*</c> among them.</param>
    /// <returns>Codes to compare with; a word the list does not know stands as it is and finds nothing.</returns>
    public IReadOnlySet<string> Selected(SeizureField field, IReadOnlyList<string> values)
    {
        CodeList? list = Of(field);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (string value in values)
        {
            if (value == "*" || NonValue.Is(value))
                codes.Add(value);
            else if (value.StartsWith(CodeAlone))
                codes.Add(list?.Find(value[1..])?.Value ?? value[1..]);
            else if (list is null)
                codes.Add(value);
            else if (list.Find(value) is { } code)
                codes.UnionWith(list.WithDescendants(code.Value));
            else
                codes.Add(value);
        }

        return codes;
    }
}
