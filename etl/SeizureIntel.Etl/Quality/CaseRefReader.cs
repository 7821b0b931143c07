using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;

namespace SeizureIntel.Etl.Quality;

/// <summary>Reads off a row which case it belongs to, before anything else of it is read. Not for several threads at once.</summary>
internal sealed class CaseRefReader
{
    private readonly MappedField? _reference;
    private readonly FieldReader? _words;
    private readonly FieldReader? _reporter;
    private readonly string _reporterDefault;

    public CaseRefReader(SourceMap map, CodeListSet lists, string reporterDefault)
    {
        _reporterDefault = reporterDefault;
        _reference = map.Fields.FirstOrDefault(f => f.Slot == Slots.CaseRef);
        if (_reference is null)
            return;
        _words = new FieldReader(_reference, lists, default, map.Source.Format.Separators);
        if (map.Fields.FirstOrDefault(f => f.Slot == Slots.ReportingCountry) is { } reporter)
            _reporter = new FieldReader(reporter, lists, default, map.Source.Format.Separators);
    }

    /// <summary>The reporting country and its reference of the case; null for a row without one.</summary>
    public (string Country, string Reference)? Read(IReadOnlyList<string> cells)
    {
        if (_reference is null || _words!.Read(_reference.TextOf(cells)).Words is not { } reference)
            return null;
        Reading? reporter = _reporter?.Read(_reporter.Field.TextOf(cells));
        return (reporter is null or { IsBlank: true } ? _reporterDefault : reporter.One.Code, reference);
    }
}
