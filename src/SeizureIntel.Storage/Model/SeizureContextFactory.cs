using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SeizureIntel.Storage.Model;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without a store.</summary>
internal sealed class SeizureContextFactory : IDesignTimeDbContextFactory<SeizureContext>
{
    public SeizureContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options);
}
