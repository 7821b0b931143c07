using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Labels;
using SeizureIntel.Workbench.Studies.Kept;

namespace SeizureIntel.Workbench.Seizures;

/// <summary>Tells everything that is known of one seizure.</summary>
/// <param name="submissions">The truth.</param>
/// <param name="index">Finds seizures that may be the same one.</param>
/// <param name="bulletins">What was released.</param>
/// <param name="proposals">What its words seem to say.</param>
/// <param name="codeLists">Names of codes.</param>
/// <param name="programmes">Which programmes watch the goods.</param>
/// <param name="sources">The reporting formats.</param>
/// <param name="lists">Name of the code lists' contents.</param>
public sealed class SeizureDesk(
    ISubmissionStore submissions,
    ISeizureIndex index,
    BulletinDesk bulletins,
    ProposalDesk proposals,
    CodeListSet codeLists,
    ProgrammeTags programmes,
    SourceShelf sources,
    ListsEdition lists
)
{
    // A reference that is used more often is no name of a case.
    private const int MostDuplicates = 50;

    private readonly ValueWords _words = new(codeLists);

    /// <summary>What a reader may see of a seizure.</summary>
    /// <exception cref="Fault">The reader sees no such seizure.</exception>
    public async Task<SeizureAnswer> AnswerAsync(Reader reader, SingleSeizureQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        (Case found, Seizure seizure) = await FindAsync(reader, asked.Id, cancellationToken);
        (IReadOnlyList<SeizureFieldAnswer> stated, IReadOnlyList<string> missing) = new FieldReading(reader, found, seizure, _words).Read();
        return new SeizureAnswer
        {
            Id = seizure.Id,
            CaseId = found.Id,
            Marking = found.Marking.Label(),
            Fields = stated,
            NotStated = missing,
            Proposals = await proposals.AnswerAsync(
                reader,
                found,
                seizure,
                mayReadNarrative: stated.Any(f => f.Field == "narrative"),
                cancellationToken
            ),
            Route = RouteReading.Stations(found, _words),
            Path = Route.Path(found),
            Origin = await OriginAsync(reader, found, seizure, cancellationToken),
            SameCase = [.. found.Seizures.Where(s => s.Id != seizure.Id).Select(s => Related(found, s, "same_case"))],
            Duplicates = await DuplicatesAsync(reader, found, seizure, cancellationToken),
            SameConveyance = await SameConveyanceAsync(reader, found, seizure, cancellationToken),
            Bulletins = await BulletinsAsync(reader, found, cancellationToken),
        };
    }

    /// <summary>A seizure that a reader may see, with its case.</summary>
    /// <exception cref="Fault">The reader sees no such seizure.</exception>
    internal async Task<(Case Case, Seizure Seizure)> FindAsync(Reader reader, string id, CancellationToken cancellationToken) =>
        await submissions.FindCaseAsync(reader, id, cancellationToken) is { } kept && programmes.Tagged(kept) is { } found
            ? (found, found.Seizures.First(s => s.Id == id))
            : throw Fault.Usage("unknown_seizure", $"There is no seizure '{id}'.", "A search gives the ids of seizures.");

    private async Task<SeizureOrigin> OriginAsync(Reader reader, Case found, Seizure seizure, CancellationToken cancellationToken)
    {
        Submission? submission = (await submissions.SubmissionsAsync(reader, cancellationToken))
            .Select(s => s.Report.Submission)
            .FirstOrDefault(s => s.Id == found.SubmissionId);
        SourceDescription? source = (await sources.AllAsync(cancellationToken)).FirstOrDefault(s => s.Name == found.Source);
        return new SeizureOrigin(
            found.SubmissionId,
            submission?.FileName,
            submission?.ReceivedAt,
            submission?.Sha256,
            seizure.Row,
            found.Source,
            source?.Title,
            source?.Edition,
            lists.Name
        );
    }

    private async Task<IReadOnlyList<RelatedSeizure>> DuplicatesAsync(
        Reader reader,
        Case found,
        Seizure seizure,
        CancellationToken cancellationToken
    )
    {
        var related = new List<RelatedSeizure>();
        if (!found.ReportingCountry.IsKnown)
            return related;
        SeizureQuery country = SeizureQuery.All.With("reporting_country", found.ReportingCountry.Code);
        if (seizure.Quantity is { } quantity && found.SeizureDate.Precision == DatePrecision.Day)
        {
            SeizureQuery figures = country
                .With("heading", seizure.Heading.Code)
                .With("product", Alone("product", seizure.Product.Code))
                .With("unit", quantity.Unit)
                .Within(found.SeizureDate.Start, found.SeizureDate.Start);
            string digits = ((double)quantity.Value).ToString("R", CultureInfo.InvariantCulture);
            await AddAsync(figures, h => Value(h, "quantity") == digits, "same_figures");
        }

        if (found.CaseRef is { Length: > 0 } reference)
            await AddAsync(country.With("case_ref", reference), h => Value(h, "case_ref") == reference, "same_reference");
        return related;

        async Task AddAsync(SeizureQuery query, Func<SeizureHit, bool> isSame, string why)
        {
            var request = new SearchRequest { Query = query, Size = MostDuplicates };
            SearchResult result = await index.SearchAsync(reader, request, cancellationToken);
            foreach (SeizureHit hit in result.Hits.Where(h => h.CaseId != found.Id || h.Id != seizure.Id))
            {
                // Several lines of one case carry one reference: that is no second report.
                if ((why != "same_reference" || hit.CaseId != found.Id) && isSame(hit) && related.TrueForAll(r => r.Id != hit.Id))
                    related.Add(new RelatedSeizure(hit.Id, hit.CaseId, why, Says(hit)));
            }
        }
    }

    // Asked from the record alone: no number is typed and none is told.
    private async Task<IReadOnlyList<RelatedSeizure>> SameConveyanceAsync(
        Reader reader,
        Case found,
        Seizure seizure,
        CancellationToken cancellationToken
    )
    {
        if (found.Tokens.Count == 0)
            return [];
        var related = new List<RelatedSeizure>();
        foreach (SharedConveyance shared in await submissions.SharingConveyanceAsync(reader, seizure.Id, MostDuplicates, cancellationToken))
        {
            if (
                related.TrueForAll(r => r.Id != shared.SeizureId)
                && await submissions.FindCaseAsync(reader, shared.SeizureId, cancellationToken) is { } other
            )
                related.Add(Related(other, other.Seizures.First(s => s.Id == shared.SeizureId), $"same_{shared.Kind}"));
        }

        return related;
    }

    private string Alone(string field, string code) => codeLists.Alone(Fields.SeizureFields.Find(field)!, code);

    private async Task<IReadOnlyList<BulletinEntry>> BulletinsAsync(Reader reader, Case found, CancellationToken cancellationToken)
    {
        var regions = new RegionNames(codeLists);
        DateOnly day = found.SeizureDate.Start;
        return
        [
            .. (await bulletins.AnswerAsync(reader, new BulletinsQuery(), cancellationToken)).Where(b =>
                b.From <= day
                && day <= b.To
                && found.Marking <= Markings.Find(b.Marking)
                && (b.Region is null || regions.Countries(b.Region).Contains(found.ReportingCountry.Code))
            ),
        ];
    }

    private RelatedSeizure Related(Case found, Seizure seizure, string why) =>
        new(seizure.Id, found.Id, why, Says(seizure.Product.Code, seizure.Quantity is { } q ? ((double)q.Value, q.Unit) : null, null));

    private string Says(SeizureHit hit) =>
        Says(
            Value(hit, "product") ?? NonValue.NotStated,
            double.TryParse(Value(hit, "quantity"), NumberStyles.Float, CultureInfo.InvariantCulture, out double quantity)
                ? (quantity, Value(hit, "unit"))
                : null,
            DateOnly.TryParseExact(
                Value(hit, "seizure_date"),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly day
            )
                ? ValueWords.Day(day, Value(hit, "date_precision"))
                : null
        );

    private string Says(string product, (double Value, string? Unit)? quantity, string? day) =>
        string.Join(
            ", ",
            new[] { day, _words.Code("product", product), quantity is { } q ? ValueWords.Number(q.Value, q.Unit) : null }.OfType<string>()
        );

    private static string? Value(SeizureHit hit, string field) => hit.Values.GetValueOrDefault(field) is [string first, ..] ? first : null;
}
