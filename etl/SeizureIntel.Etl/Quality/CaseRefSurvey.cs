using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;

namespace SeizureIntel.Etl.Quality;

/// <summary>Counts how often each case reference stands in a file, so that a case is complete as soon as its last row was read.</summary>
internal sealed class CaseRefSurvey
{
    private readonly MappedField? _reference;
    private readonly FieldReader? _words;
    private readonly FieldReader? _reporter;
    private readonly string _reporterDefault;
    private readonly Dictionary<(string Country, string Reference), int> _rows = [];

    public CaseRefSurvey(SourceMap map, CodeListSet lists, string reporterDefault)
    {
        _reporterDefault = reporterDefault;
        _reference = map.Fields.FirstOrDefault(f => f.Slot == Slots.CaseRef);
        if (_reference is null)
            return;
        _words = new FieldReader(_reference, lists, default, map.Source.Format.Separators);
        if (map.Fields.FirstOrDefault(f => f.Slot == Slots.ReportingCountry) is { } reporter)
            _reporter = new FieldReader(reporter, lists, default, map.Source.Format.Separators);
    }

    /// <summary>The references by reporting country.</summary>
    public IEnumerable<IGrouping<string, string>> ByCountry => _rows.Keys.GroupBy(k => k.Country, k => k.Reference);

    /// <summary>Rows with a reference of a country.</summary>
    public int RowsOf(string country, string reference) => _rows.GetValueOrDefault((country, reference), 1);

    public void Add(IReadOnlyList<string> cells)
    {
        if (_reference is null || _words!.Read(_reference.TextOf(cells)).Words is not { } reference)
            return;
        Reading? reporter = _reporter?.Read(_reporter.Field.TextOf(cells));
        (string, string) key = (reporter is null or { IsBlank: true } ? _reporterDefault : reporter.One.Code, reference);
        _rows[key] = _rows.GetValueOrDefault(key) + 1;
    }
}
