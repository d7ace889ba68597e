"""What readers get. Whatever answers a page has the shape `(request, page, rest)`; `rest` is the path below it."""
