using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;

namespace SeizureIntel.Storage.Keeping;

/// <summary>The truth on one engine: its ports, and the schemas below them.</summary>
public sealed class Store
{
    private readonly IReadOnlyList<Schema> _schemas;

    internal Store(IReadOnlyList<Schema> schemas, ISubmissionStore submissions, IOutbox outbox, IProductStore products) =>
        (_schemas, Submissions, Outbox, Products) = (schemas, submissions, outbox, products);

    /// <summary>What came in.</summary>
    public ISubmissionStore Submissions { get; }

    /// <summary>What the index has not confirmed of it.</summary>
    public IOutbox Outbox { get; }

    /// <summary>What people made of it.</summary>
    public IProductStore Products { get; }

    /// <summary>Brings the schema to this version; safe to call at every start and by several processes at once.</summary>
    /// <returns>Names of the migrations applied, oldest first; empty when there was nothing to do.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        var applied = new List<string>();
        foreach (Schema schema in _schemas)
            applied.AddRange(await schema.MigrateAsync(cancellationToken).ConfigureAwait(false));
        return applied;
    }
}
