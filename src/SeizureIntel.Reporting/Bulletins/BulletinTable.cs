using System.Collections.Generic;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A printed table.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, one cell a column.</param>
public sealed record BulletinTable(string Id, IReadOnlyList<BulletinColumn> Columns, IReadOnlyList<IReadOnlyList<BulletinCell>> Rows);
