using Microsoft.CodeAnalysis;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>The documented shape that is nearest to a method that has none, for the message of SLC005.</summary>
internal static class OperationNearest
{
    /// <summary>The method as it could be declared.</summary>
    public static string To(OperationDeclaration declaration)
    {
        var method = declaration.Method;
        var answer = OperationAnswer.Of(method);
        var type = declaration.Target?.ShortName;
        var ofType = type is null ? "" : $"<{type}>";
        var objectType = type ?? "ConnectorObject";
        var objectClass = type is null && !declaration.IsOfConnector ? "ObjectClass objectClass, " : "";
        var uid = method.Parameters.Any(parameter => parameter.Type.SpecialType == SpecialType.System_String) ? "string uid" : "Uid uid";
        var name = method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        return declaration.Kind switch
        {
            ConnectorOperation.Sync when method.Parameters.Any(parameter => parameter.Type.Name.EndsWith("Handler", StringComparison.Ordinal)) => answer.IsAsync
                ? $"{(answer.IsTask ? "Task" : "ValueTask")} {name}({objectClass}{Token(method)} after, IAsyncSyncTokenResultsHandler{ofType} handler, CancellationToken cancellation)"
                : $"void {name}({objectClass}{Token(method)} after, ISyncTokenResultsHandler{ofType} handler)",
            ConnectorOperation.Sync when IsPageLike(answer.Value) || answer.IsAsync => $"{(answer.IsTask ? "Task" : "ValueTask")}<SyncPage{ofType}> {name}({objectClass}{Token(method)} after, int pageSize, CancellationToken cancellation)",
            ConnectorOperation.Sync when answer.Value is { Name: "IEnumerable" } => $"IEnumerable<SyncDelta{ofType}> {name}({objectClass}{Token(method)} after)",
            ConnectorOperation.Sync => $"IAsyncEnumerable<SyncDelta{ofType}> {name}({objectClass}{Token(method)} after, CancellationToken cancellation)",
            ConnectorOperation.LatestSyncToken => $"{Wrapped(answer, "long?")} {name}({objectClass}CancellationToken cancellation)",
            ConnectorOperation.Search when IsPageLike(answer.Value) || answer.IsAsync => $"{Wrapped(answer, $"SearchPage<{objectType}>")} {name}({objectClass}Filter? filter, OperationOptions options, CancellationToken cancellation)",
            ConnectorOperation.Search => $"{(answer.Value is { Name: "IEnumerable" } ? "IEnumerable" : "IAsyncEnumerable")}<{objectType}> {name}({objectClass}Filter? filter, CancellationToken cancellation)",
            ConnectorOperation.Get => $"{Wrapped(answer, objectType + "?")} {name}({objectClass}{uid}, CancellationToken cancellation)",
            ConnectorOperation.Create => $"{Wrapped(answer, "Uid")} {name}({objectClass}{objectType} source, CancellationToken cancellation)",
            ConnectorOperation.Update => $"{Nothing(answer)} {name}({objectClass}{uid}, ObjectPatch patch, CancellationToken cancellation)",
            ConnectorOperation.Delete => $"{Nothing(answer)} {name}({objectClass}{uid}, CancellationToken cancellation)",
            ConnectorOperation.Authenticate => $"{Wrapped(answer, "Uid")} {name}({objectClass}string userName, GuardedString password, CancellationToken cancellation)",
            ConnectorOperation.ResolveUserName => $"{Wrapped(answer, "Uid")} {name}({objectClass}string userName, CancellationToken cancellation)",
            ConnectorOperation.TestConnection => $"{Nothing(answer)} {name}(CancellationToken cancellation)",
            ConnectorOperation.Schema => $"{Wrapped(answer, "ConnectorSchema")} {name}(CancellationToken cancellation)",
            _ => $"{Wrapped(answer, "IReadOnlyList<ObjectClassInfo>")} {name}(CancellationToken cancellation)",
        };
    }

    // The connector's own token type stays, and becomes nullable (SLC211).
    private static string Token(IMethodSymbol method)
    {
        var type = method.Parameters.FirstOrDefault(parameter => TokenTypes.Find(parameter.Type) is not null)?.Type;
        return type is null ? "long?" : type.ShortName.TrimEnd('?') + "?";
    }

    private static string Wrapped(OperationAnswer answer, string type) => answer switch
    {
        { IsTask: true } => $"Task<{type}>",
        { IsValueTask: true } or { Value: null } => $"ValueTask<{type}>",
        _ => type,
    };

    private static string Nothing(OperationAnswer answer) => answer switch
    {
        { IsTask: true } => "Task",
        { IsValueTask: true } => "ValueTask",
        _ => "void",
    };

    private static bool IsPageLike(ITypeSymbol? type) => type?.Name.EndsWith("Page", StringComparison.Ordinal) == true;
}
