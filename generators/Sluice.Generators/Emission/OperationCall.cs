using Sluice.Generators.Model;

namespace Sluice.Generators.Emission;

/// <summary>The call of a connector's method as code.</summary>
internal static class OperationCall
{
    private const string Runtime = "global::Sluice.Runtime.";

    /// <summary>The call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="connector">How the connector is named at that place.</param>
    public static string Of(OperationModel method, string connector)
        => $"{method.Receiver ?? connector}.{method.Method}({string.Join(", ", method.Arguments.Select(argument => Argument(method, argument)))})";

    /// <summary>What a call answers, awaited and converted as its model says.</summary>
    public static string Answer(OperationModel method, string connector)
    {
        var call = Of(method, connector);
        if (method.Flow == OperationFlow.Awaited)
            call = $"await {call}.ConfigureAwait(false)";
        return method.Result switch
        {
            OperationResult.Token when method.Token is { Codec: { } codec } token => $"{Runtime}TokenResult.{token.Kind}<{codec}>({call})",
            OperationResult.Token => $"{Runtime}TokenResult.{method.Token!.Kind}({call})",
            OperationResult.Sequence => $"{Runtime}SearchResult.Sequence({call})",
            OperationResult.UntypedPage => $"{Runtime}SearchResult.Page({call})",
            _ => call,
        };
    }

    private static string Argument(OperationModel method, OperationArgument argument)
    {
        var value = Value(method.Kind, argument);
        return argument.Name is null ? value : $"{argument.Name}: {value}";
    }

    // A sync has a session, the operations of the whole connector a cancellation, the others a context.
    private static string Value(ConnectorOperation kind, OperationArgument argument)
    {
        var source = kind == ConnectorOperation.Sync ? "session" : "context";
        return argument.Role switch
        {
            OperationRole.Token => Token(argument.Token!),
            OperationRole.Constant => argument.Code!,
            OperationRole.Handler => argument.Code is null ? "session" : $"({argument.Code})session",
            OperationRole.PageSize => "session.PageSize",
            OperationRole.Filter => "filter",
            OperationRole.Uid => "uid",
            OperationRole.UidText => "uid.Value",
            OperationRole.Object => "source",
            OperationRole.Patch => "patch",
            OperationRole.UserName => "userName",
            OperationRole.Password => "password",
            OperationRole.Cancellation when kind is ConnectorOperation.TestConnection or ConnectorOperation.Schema or ConnectorOperation.ObjectClassSource => "cancellation",
            OperationRole.Cancellation => $"{source}.Cancellation",
            OperationRole.ObjectClass => $"{source}.ObjectClass",
            _ => $"{source}.Options",
        };
    }

    private static string Token(TokenModel token)
    {
        var value = token.Kind switch
        {
            TokenKind.SyncToken => "session.After",
            TokenKind.Codec or TokenKind.CodecValue => $"{Runtime}TokenParameter.{token.Kind}<{token.Codec}>(session.After)",
            _ => $"{Runtime}TokenParameter.{token.Kind}(session.After)",
        };

        // A first run has no token; what a method that cannot be told so does then is its own affair (SLC211).
        return token switch
        {
            { AllowsNull: true } => value,
            { IsValue: true } => $"{value} ?? default",
            _ => $"{value}!",
        };
    }
}
