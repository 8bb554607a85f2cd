import { AppError } from '../shared/errors.ts';

/** An error that the user has read already. Only its exit code is left. */
export class ToldError extends AppError {
  constructor({ code, text }: AppError) {
    super(code, text);
  }
}
