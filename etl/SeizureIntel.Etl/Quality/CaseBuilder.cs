using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Cases;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Quality;

/// <summary>Makes a case of the rows that report it.</summary>
internal sealed class CaseBuilder(Submission submission, MendedRows mended)
{
    private static readonly int ReportedDate = Slots.Of("reported_date");
    private static readonly int TransitCountries = Slots.Of("transit_countries");
    private static readonly (LegRole Role, int Country, int Place)[] Stations =
    [
        (LegRole.Origin, Slots.Of("origin_country"), -1),
        (LegRole.Departure, Slots.Of("departure_country"), Slots.Of("departure_place")),
        (LegRole.Transit, TransitCountries, -1),
        (LegRole.Destination, Slots.Of("destination_country"), Slots.Of("destination_place")),
    ];

    private readonly DateOnly _received = DateOnly.FromDateTime(submission.ReceivedAt.UtcDateTime);
    private readonly SeizureBuilder _seizures = new(mended);

    /// <summary>Builds a case.</summary>
    /// <param name="rows">Its rows in the order of the file; at least one.</param>
    /// <param name="caseRef">The contributor's reference; null for a row without one.</param>
    /// <param name="repeatsCaseRef">True where an earlier submission used the reference.</param>
    /// <param name="issues">Receives what the rules across fields find.</param>
    public Case Build(IReadOnlyList<AcceptedRow> rows, string? caseRef, bool repeatsCaseRef, List<Issue> issues)
    {
        int row = rows[0].Draft.Row;
        Reading?[] fields = CaseFields.Merge(rows, issues);
        Stated One(int slot) => fields[slot]?.One ?? default;
        IReadOnlyList<Stated> Many(int slot) => fields[slot]?.Many ?? [];
        string? Words(int slot) => fields[slot]?.Words;
        double? Number(int slot) => (double?)fields[slot]?.Number;

        SeizureDate date = DateOf(row, fields, issues);
        bool isFuture = date.Start > _received;
        if (isFuture)
            issues.Add(new Issue(row, "seizure_date", IssueCode.FutureDate, null));
        if (repeatsCaseRef)
            issues.Add(new Issue(row, "case_ref", IssueCode.RepeatedCaseReference, null));
        Stated reporter = One(CaseSlots.ReportingCountry);
        Marking? marking = Markings.Find(One(CaseSlots.Marking).Code);
        // Filled below: what a seizure says of itself depends on its case.
        var seizures = new Seizure[rows.Count == 1 ? rows[0].Draft.Items.Count : rows.Sum(r => r.Draft.Items.Count)];
        string key = caseRef is null
            ? submission.Id + "\ncase row\n" + row.ToString(CultureInfo.InvariantCulture)
            : submission.Id + "\ncase ref\n" + reporter.Code + "\n" + caseRef;
        var found = new Case
        {
            Id = Identifier.Within(submission.Id, key),
            SubmissionId = submission.Id,
            Source = submission.Source,
            CaseRef = caseRef,
            RepeatsCaseRef = repeatsCaseRef,
            ReportingCountry = reporter,
            ReportingService = One(CaseSlots.ReportingService),
            SeizureDate = date,
            ReportedDate = fields[ReportedDate]?.Date?.Start,
            Country = One(CaseSlots.Country),
            Admin1 = One(CaseSlots.Admin1),
            PlaceName = Words(CaseSlots.PlaceName),
            Unlocode = One(CaseSlots.Unlocode),
            Latitude = Number(CaseSlots.Latitude),
            Longitude = Number(CaseSlots.Longitude),
            PlaceType = One(CaseSlots.PlaceType),
            BorderContext = One(CaseSlots.BorderContext),
            Direction = One(CaseSlots.Direction),
            TrafficType = One(CaseSlots.TrafficType),
            CustomsProcedure = One(CaseSlots.CustomsProcedure),
            DeclarationStatus = One(CaseSlots.DeclarationStatus),
            Legs = LegsOf(fields),
            Conveyance = new Conveyance(One(CaseSlots.ModeOfTransport), One(CaseSlots.ConveyanceType), One(CaseSlots.FlagCountry)),
            Concealments = ConcealmentsOf(rows),
            CoverGoods = Words(CaseSlots.CoverGoods),
            Detection = new Detection(One(CaseSlots.SelectionBasis), Many(CaseSlots.DetectionTechnique)),
            RiskIndicators = Many(CaseSlots.RiskIndicators),
            Narrative = Words(CaseSlots.Narrative),
            PersonsIntercepted = (int?)fields[CaseSlots.PersonsIntercepted]?.Number,
            Nationalities = Many(CaseSlots.Nationalities),
            Disposition = One(CaseSlots.Disposition),
            Prosecution = One(CaseSlots.Prosecution),
            Conviction = One(CaseSlots.Conviction),
            TraceStatus = One(CaseSlots.TraceStatus),
            // Pornography and paedophilia are for who may see everything, unless their reporter says otherwise.
            Marking = marking ?? (IsClosed(rows) ? Marking.Red : Marking.Amber),
            Handling = Many(CaseSlots.Handling),
            Operation = Words(CaseSlots.Operation),
            AlertRef = Words(CaseSlots.AlertRef),
            Tokens = rows.Count == 1 ? rows[0].Tokens : [.. rows.SelectMany(static r => r.Tokens).Distinct()],
            Seizures = seizures,
        };
        _seizures.Build(found, rows, isFuture, issues, seizures);
        return found;
    }

    private static bool IsClosed(IReadOnlyList<AcceptedRow> rows)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            IReadOnlyList<ItemDraft> items = rows[i].Draft.Items;
            for (int j = 0; j < items.Count; j++)
            {
                if (Restriction.IsClosed(items[j].Heading.Code))
                    return true;
            }
        }

        return false;
    }

    private static SeizureDate DateOf(int row, Reading?[] fields, List<Issue> issues)
    {
        SeizureDate date = fields[Slots.SeizureDate]!.Date!.Value;
        DatePrecision? stated = fields[Slots.DatePrecision]?.One.Code switch
        {
            "DAY" => DatePrecision.Day,
            "MONTH" => DatePrecision.Month,
            "QUARTER" => DatePrecision.Quarter,
            "YEAR" => DatePrecision.Year,
            _ => null,
        };
        if (stated is not { } precision || precision == date.Precision)
            return date;
        if (precision < date.Precision)
        {
            issues.Add(new Issue(row, "date_precision", IssueCode.Contradiction, null));
            return date;
        }

        int month = precision switch
        {
            DatePrecision.Month => date.Start.Month,
            DatePrecision.Quarter => ((date.Start.Month - 1) / 3 * 3) + 1,
            _ => 1,
        };
        return new SeizureDate(new DateOnly(date.Start.Year, month, 1), precision);
    }

    private static IReadOnlyList<RouteLeg> LegsOf(Reading?[] fields)
    {
        List<RouteLeg>? legs = null;
        foreach ((LegRole role, int country, int place) in Stations)
        {
            if (role == LegRole.Transit)
            {
                foreach (Stated transit in fields[country]?.Many ?? [])
                    (legs ??= []).Add(new RouteLeg(role, transit, default));
                continue;
            }

            Stated where = fields[country]?.One ?? default;
            Stated spot = place < 0 ? default : fields[place]?.One ?? default;
            if (where.Code != NonValue.NotStated || spot.Code != NonValue.NotStated)
                (legs ??= []).Add(new RouteLeg(role, where, spot));
        }

        return legs is null ? [] : legs;
    }

    private static IReadOnlyList<Concealment> ConcealmentsOf(IReadOnlyList<AcceptedRow> rows)
    {
        if (rows.Count == 1)
            return Pairs(rows[0].Draft.Items[0].Fields);
        return [.. rows.SelectMany(r => Pairs(r.Draft.Items[0].Fields)).DistinctBy(c => (c.Where.Code, c.How.Code, c.Level.Code))];
    }

    private static IReadOnlyList<Concealment> Pairs(Reading?[] fields)
    {
        IReadOnlyList<Stated> where = fields[Where]?.Many ?? [],
            how = fields[How]?.Many ?? [],
            level = fields[Level]?.Many ?? [];
        int count = Math.Max(where.Count, Math.Max(how.Count, level.Count));
        if (count == 0)
            return [];
        var pairs = new Concealment[count];
        for (int i = 0; i < count; i++)
            pairs[i] = new Concealment(At(where, i), At(how, i), At(level, i));
        return pairs;
    }

    private static readonly int Where = Slots.Of("concealment");
    private static readonly int How = Slots.Of("concealment_how");
    private static readonly int Level = Slots.Of("concealment_level");

    private static Stated At(IReadOnlyList<Stated> values, int index) => index < values.Count ? values[index] : default;
}
