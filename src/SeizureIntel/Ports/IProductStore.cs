using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Bulletins;
using SeizureIntel.Readers;

namespace SeizureIntel.Ports;

/// <summary>What people made of what came in: the bulletins.</summary>
/// <remarks>A reader sees products up to their marking, whatever countries they are about. Writing one never waits for a load.</remarks>
public interface IProductStore
{
    /// <summary>Keeps a bulletin; one with the same id is replaced.</summary>
    Task SaveBulletinAsync(BulletinRecord bulletin, CancellationToken cancellationToken);

    /// <summary>The bulletins that the reader may see, newest first.</summary>
    Task<IReadOnlyList<BulletinRecord>> BulletinsAsync(Reader reader, CancellationToken cancellationToken);

    /// <summary>A bulletin; null where there is none of this id that the reader may see.</summary>
    Task<BulletinRecord?> FindBulletinAsync(Reader reader, string id, CancellationToken cancellationToken);
}
