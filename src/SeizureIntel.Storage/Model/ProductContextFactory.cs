using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SeizureIntel.Storage.Model;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model of products without a store.</summary>
internal sealed class ProductContextFactory : IDesignTimeDbContextFactory<ProductContext>
{
    public ProductContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options);
}
