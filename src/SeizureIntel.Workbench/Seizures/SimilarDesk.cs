using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Labels;
using SeizureIntel.Workbench.Search;

namespace SeizureIntel.Workbench.Seizures;

/// <summary>Finds the seizures that share most with one: a trait weighs the more the fewer seizures have it.</summary>
/// <remarks>The weight of a trait is −ln of the share of seizures that have it, as inverse document frequency weighs words (Spärck Jones, 1972). Those
/// that share all traits are asked for first, then those that lack one, then two; whoever lacks more is not like it.</remarks>
/// <param name="seizures">Gives the seizure.</param>
/// <param name="index">Finds the others.</param>
/// <param name="codeLists">Names of codes.</param>
public sealed class SimilarDesk(SeizureDesk seizures, ISeizureIndex index, CodeListSet codeLists)
{
    // What a modus operandi is made of; who reported it and when is none of it.
    private static readonly string[] Compared =
    [
        "product",
        "departure_country",
        "destination_country",
        "transit_countries",
        "mode_of_transport",
        "concealment",
        "concealment_how",
    ];

    private readonly ValueWords _words = new(codeLists);

    /// <summary>What a reader may see of it.</summary>
    /// <exception cref="Fault">The reader sees no such seizure.</exception>
    public async Task<SimilarAnswer> AnswerAsync(Reader reader, SimilarQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        (Case found, Seizure seizure) = await seizures.FindAsync(reader, asked.Id, cancellationToken);
        int all = await CountAsync(reader, SeizureQuery.All, cancellationToken);
        var traits = new List<SharedTrait>();
        foreach (SeizureField field in Compared.Select(f => SeizureFields.Find(f)!).Where(reader.Sees))
        {
            string[] values = [.. Known(field, found, seizure)];
            if (values.Length == 0)
                continue;
            int count = await CountAsync(reader, SeizureQuery.All.With(field.Name, Alone(field, values)), cancellationToken);
            string label = string.Join(", ", values.Select(v => _words.Code(field.Name, v)));
            traits.Add(new SharedTrait(field.Name, values, label, count));
        }

        // A trait of every seizure tells nothing, and would only be asked for.
        SharedTrait[] weighing = [.. traits.Where(t => t.Seizures < all).OrderBy(t => t.Seizures)];
        return new SimilarAnswer(weighing, await HitsAsync(reader, asked, weighing, all, cancellationToken));
    }

    private async Task<IReadOnlyList<SimilarHit>> HitsAsync(
        Reader reader,
        SimilarQuery asked,
        SharedTrait[] traits,
        int all,
        CancellationToken cancellationToken
    )
    {
        double total = traits.Sum(t => Weight(t, all));
        var hits = new List<SimilarHit>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { asked.Id };
        foreach (SharedTrait[] part in Parts(traits).OrderByDescending(p => p.Sum(t => Weight(t, all))))
        {
            // Parts come in falling order of their weight: what shares more of it was found before.
            if (hits.Count >= asked.Size)
                break;
            SeizureQuery query = part.Aggregate(SeizureQuery.All, (q, t) => q.With(t.Field, Alone(SeizureFields.Find(t.Field)!, t.Values)));
            var request = new SearchRequest { Query = query, Size = asked.Size + seen.Count };
            SearchResult result = await index.SearchAsync(reader, request, cancellationToken);
            foreach (SeizureHit hit in result.Hits.Where(h => hits.Count < asked.Size && seen.Add(h.Id)))
                hits.Add(
                    new SimilarHit([.. part.Select(t => t.Field)], Math.Round(part.Sum(t => Weight(t, all)) / total, 3), SearchHit.Of(hit))
                );
        }

        return hits;
    }

    // All traits, all but one, all but two; one trait alone makes nothing alike.
    private static IEnumerable<SharedTrait[]> Parts(SharedTrait[] traits)
    {
        int least = Math.Clamp(traits.Length, 1, 2);
        for (int first = -1; first < traits.Length; first++)
        {
            int end = first < 0 ? 0 : traits.Length;
            for (int second = first; second < end; second++)
            {
                SharedTrait[] part = [.. traits.Where((_, i) => i != first && i != second)];
                if (part.Length >= least)
                    yield return part;
            }
        }
    }

    private static double Weight(SharedTrait trait, int all) => Math.Log((double)all / Math.Max(1, trait.Seizures));

    private static IEnumerable<string> Known(SeizureField field, Case found, Seizure seizure) =>
        (field.Kind == FieldKind.Code ? [field.One!(found, seizure)] : field.Many!(found, seizure))
            .Where(v => v.IsKnown)
            .Select(v => v.Code)
            .Distinct(StringComparer.Ordinal);

    private string[] Alone(SeizureField field, IReadOnlyList<string> codes) => [.. codes.Select(c => codeLists.Alone(field, c))];

    private async Task<int> CountAsync(Reader reader, SeizureQuery query, CancellationToken cancellationToken) =>
        (await index.SearchAsync(reader, new SearchRequest { Query = query, Size = 0 }, cancellationToken)).Seizures;
}
